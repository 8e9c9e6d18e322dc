//! Starting the product and a browser, and the few things a person does with one.

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a page may take to show something before the test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// The product with its demo, on a port of its own.
pub struct Product {
    child: Child,
    address: String,
    folder: tempfile::TempDir,
}

impl Product {
    pub fn with_demo() -> Product {
        Product::start(&["--bind", "127.0.0.1:0"])
    }

    /// Under a name instead of a number: passkeys are bound to names.
    pub fn with_demo_under_a_name() -> Product {
        let port = free_port();
        let (bind, origin) = (format!("127.0.0.1:{port}"), format!("http://localhost:{port}"));
        let mut product = Product::start(&["--bind", &bind, "--origin", &origin]);
        product.address = origin;
        product
    }

    fn start(arguments: &[&str]) -> Product {
        let folder = tempfile::tempdir().expect("a folder");
        let mut child = Command::new(env!("CARGO_BIN_EXE_thidua"))
            .arg("demo")
            .arg("--dir")
            .arg(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the product starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let address = lines
            .map_while(Result::ok)
            .find_map(|line| line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned))
            .expect("it prints its address");
        Product { child, address, folder }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    pub fn password(&self, login: &str) -> String {
        let file = std::fs::read_to_string(self.folder().join("sign-ins.txt")).expect("the sign-ins");
        let line =
            file.lines().find(|line| line.starts_with(&format!("{login}\t"))).expect("a sign-in of the demo");
        line.split('\t').nth(1).expect("a password").to_owned()
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port()
}

impl Drop for Product {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A Chromium under its driver.
pub struct Browser {
    pub client: Client,
    driver: Child,
    downloads: tempfile::TempDir,
}

impl Browser {
    pub async fn start(javascript: bool) -> Browser {
        let program = std::env::var("THIDUA_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let port = free_port();
        let driver = Command::new(program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts; `cargo x test` installs Chromium and its driver");
        let downloads = tempfile::tempdir().expect("a folder");
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1366,1000",
        ];
        let mut options = json!({
            "args": arguments,
            "prefs": {
                "download.default_directory": downloads.path().display().to_string(),
                "profile.managed_default_content_settings.javascript": if javascript { 1 } else { 2 },
            },
        });
        if let Ok(chromium) = std::env::var("THIDUA_CHROMIUM") {
            options["binary"] = json!(chromium);
        }
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("goog:chromeOptions".to_owned(), options);
        let address = format!("http://127.0.0.1:{port}");
        let begun = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&address).await {
                Ok(client) => break client,
                Err(error) if begun.elapsed() > PATIENCE => panic!("no browser: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        Browser { client, driver, downloads }
    }

    pub async fn go(&self, product: &Product, path: &str) {
        self.visit(&product.at(path)).await;
    }

    pub async fn visit(&self, address: &str) {
        self.client.goto(address).await.expect("the page opens");
    }

    pub async fn sign_in(&self, product: &Product, login: &str) {
        self.go(product, "/sign-in").await;
        self.fill("#login", login).await;
        self.fill("#password", &product.password(login)).await;
        self.press("Đăng nhập").await;
        self.css(".account").await;
    }

    pub async fn sign_out(&self, product: &Product) {
        self.go(product, "/").await;
        self.css(".account summary").await.click().await.expect("the menu opens");
        self.press("Đăng xuất").await;
        self.css("#login").await;
    }

    /// The first element, waited for.
    pub async fn css(&self, selector: &str) -> Element {
        self.client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("{selector} is on the page: {error}"))
    }

    /// Brings an element to the middle of the window, as a person scrolls, and clicks it.
    pub async fn click_css(&self, selector: &str) {
        let found = self.css(selector).await;
        let middle = "arguments[0].scrollIntoView({block: 'center'})";
        let element = serde_json::to_value(&found).expect("an element");
        // without JavaScript the driver scrolls as far as it must
        let _ = self.client.execute(middle, vec![element]).await;
        found.click().await.unwrap_or_else(|error| panic!("{selector} can be clicked: {error}"));
    }

    pub async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.expect("asked").len()
    }

    /// Waits until there are so many.
    pub async fn shows(&self, selector: &str, many: usize) {
        let begun = Instant::now();
        while self.count(selector).await != many {
            assert!(begun.elapsed() < PATIENCE, "{many} of {selector} on {}", self.path().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types into a field; once more where the page was just being replaced by the next one.
    pub async fn fill(&self, selector: &str, text: &str) {
        let begun = Instant::now();
        loop {
            let field = self.css(selector).await;
            match field.clear().await {
                Ok(()) => return field.send_keys(text).await.expect("typed"),
                Err(error) => assert!(begun.elapsed() < PATIENCE, "{selector} can be filled: {error}"),
            }
        }
    }

    /// Pastes a text into a field.
    pub async fn paste(&self, selector: &str, text: &str) {
        let field = serde_json::to_value(self.css(selector).await).expect("an element");
        let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))";
        self.client.execute(script, vec![field, text.into()]).await.expect("pasted");
    }

    pub async fn choose(&self, selector: &str, value: &str) {
        self.css(selector).await.select_by_value(value).await.expect("chosen");
    }

    /// Presses the button with this label.
    pub async fn press(&self, label: &str) {
        let path = format!(
            "//main//button[contains(normalize-space(.), '{label}')] | //header//button[contains(normalize-space(.), '{label}')]"
        );
        self.click(&path, label).await;
    }

    /// Follows the link with these words in the row of a table that has others.
    pub async fn follow_in_row(&self, row: &str, label: &str) {
        let link = format!(
            "//main//tr[contains(normalize-space(.), '{row}')]//a[contains(normalize-space(.), '{label}')]"
        );
        self.click(&link, label).await;
    }

    /// What stands in the row of a table whose heading is a link with these words.
    pub async fn row(&self, words: &str) -> String {
        let path = format!("//main//tbody/tr[th//a[contains(normalize-space(.), '{words}')]]");
        let row = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await;
        let row = row.unwrap_or_else(|error| panic!("a row with “{words}” is on the page: {error}"));
        let text = row.text().await.expect("its text");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Types into the field of a row whose name begins so.
    pub async fn fill_in_row(&self, row: &str, field: &str, text: &str) {
        let path = format!(
            "//main//tbody/tr[contains(normalize-space(.), '{row}')]//input[starts-with(@name, '{field}')]"
        );
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await;
        let found = found.unwrap_or_else(|error| panic!("{field} of “{row}” is on the page: {error}"));
        found.clear().await.expect("cleared");
        found.send_keys(text).await.expect("typed");
    }

    /// Ticks the box of a row, or takes the tick away.
    pub async fn tick_in_row(&self, row: &str) {
        let path = format!(
            "//main//tbody/tr[th//a[contains(normalize-space(.), '{row}')]]//label[input[@type='checkbox']]"
        );
        self.click(&path, row).await;
    }

    /// Follows a tab of the page by exactly its words.
    pub async fn tab(&self, label: &str) {
        self.click(&format!("//nav[@class='tabs']//a[normalize-space(.)='{label}']"), label).await;
    }

    /// Opens what is folded away under these words, unless it stands open.
    pub async fn unfold(&self, label: &str) {
        let path = format!("//main//summary[contains(normalize-space(.), '{label}')]");
        let folded = format!("//main//details[@open]/summary[contains(normalize-space(.), '{label}')]");
        if self.client.find_all(Locator::XPath(&folded)).await.expect("asked").is_empty() {
            self.click(&path, label).await;
        }
    }

    /// Clicks the words beside a box: ticks it, or takes the tick away.
    pub async fn tick(&self, label: &str) {
        self.click(&format!("//main//label[contains(normalize-space(.), '{label}')]"), label).await;
    }

    /// Chooses by the words that a person reads, exactly as they stand.
    pub async fn choose_words(&self, selector: &str, words: &str) {
        let chosen = self.css(selector).await.select_by_label(words).await;
        chosen.unwrap_or_else(|error| panic!("“{words}” can be chosen in {selector}: {error}"));
    }

    /// Follows the link with these words.
    pub async fn follow(&self, label: &str) {
        self.click(&format!("//main//a[contains(normalize-space(.), '{label}')]"), label).await;
    }

    async fn click(&self, path: &str, label: &str) {
        let begun = Instant::now();
        loop {
            let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(path)).await;
            let found = found.unwrap_or_else(|error| panic!("“{label}” is on the page: {error}"));
            match found.click().await {
                Ok(()) => return,
                // the page was just being replaced by the next one
                Err(error) => assert!(begun.elapsed() < PATIENCE, "“{label}” can be clicked: {error}"),
            }
        }
    }

    /// Waits for a page whose address has these words: a form was sent and the next page has come.
    pub async fn arrives(&self, words: &str) {
        let begun = Instant::now();
        while !self.path().await.contains(words) {
            assert!(begun.elapsed() < PATIENCE, "{words} is in {}", self.path().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn sees(&self, text: &str) {
        let begun = Instant::now();
        loop {
            let page = self.client.source().await.expect("the page");
            if page.contains(text) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "“{text}” is on {}:\n{page}", self.path().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn sees_not(&self, text: &str) {
        let page = self.client.source().await.expect("the page");
        assert!(!page.contains(text), "“{text}” is still on {}", self.path().await);
    }

    pub async fn path(&self) -> String {
        let address = self.client.current_url().await.expect("an address");
        let query = address.query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}{query}", address.path())
    }

    /// Full addresses of links.
    pub async fn links(&self, selector: &str) -> Vec<String> {
        let mut links = Vec::new();
        for link in self.client.find_all(Locator::Css(selector)).await.expect("asked") {
            links.extend(link.prop("href").await.expect("asked"));
        }
        links
    }

    /// The address behind the first link of a page with these words.
    pub async fn links_after(&self, product: &Product, path: &str, words: &str) -> String {
        self.go(product, path).await;
        let link = format!("//main//th//a[contains(normalize-space(.), '{words}')]");
        let found = self.client.find(Locator::XPath(&link)).await.expect("the link");
        found.prop("href").await.expect("asked").expect("an address")
    }

    pub async fn script(&self, code: &str) -> Value {
        self.client.execute(code, Vec::new()).await.expect("the script runs")
    }

    pub async fn size(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("resized");
    }

    /// The downloaded file with this ending, as soon as it is whole: its name and its bytes.
    pub async fn downloaded(&self, ending: &str) -> (String, Vec<u8>) {
        let begun = Instant::now();
        loop {
            let files = std::fs::read_dir(self.downloads.path()).expect("a folder");
            let mut names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
            // Chromium gives a file its ending once it is whole
            if let Some(name) = names.find(|name| name.ends_with(ending)) {
                let path = self.downloads.path().join(&name);
                let bytes = std::fs::read(&path).expect("read");
                // the next of this ending is another one
                std::fs::remove_file(path).expect("taken");
                return (name, bytes);
            }
            assert!(begun.elapsed() < PATIENCE, "a file *{ending} comes down");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Takes a picture for the README when a folder is named for it.
    pub async fn picture(&self, name: &str) {
        let png = self.client.screenshot().await.expect("a picture");
        if let Some(folder) = std::env::var_os("THIDUA_PICTURES") {
            std::fs::write(Path::new(&folder).join(format!("{name}.png")), png).expect("written");
        }
    }

    pub async fn close(mut self) {
        self.client.clone().close().await.expect("closed");
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.kill();
    }
}
