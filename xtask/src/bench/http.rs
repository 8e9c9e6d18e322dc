//! As much of HTTP/1.1 as the measurements need: one connection that is kept, cookies, whole answers.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

const PATIENCE: Duration = Duration::from_secs(30);

/// What the server answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body, whole.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header of that name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// A visitor: an address, the cookies it was given, and a connection while it lasts.
pub struct Visitor {
    address: String,
    cookies: Vec<(String, String)>,
    connection: Option<BufReader<TcpStream>>,
}

impl Visitor {
    /// A visitor without cookies.
    pub fn new(address: &str) -> Self {
        Self { address: address.to_owned(), cookies: Vec::new(), connection: None }
    }

    /// A visitor with the same cookies and a connection of its own.
    pub fn again(&self) -> Self {
        Self { address: self.address.clone(), cookies: self.cookies.clone(), connection: None }
    }

    /// Whether it was given a cookie.
    pub fn has_cookies(&self) -> bool {
        !self.cookies.is_empty()
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, "", "")
    }

    /// Sends a form, as a page of the server itself would.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let form: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let form = form.join("&");
        let headers = format!(
            "Origin: http://{}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
            self.address,
            form.len()
        );
        self.ask("POST", path, &headers, &form)
    }

    fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> io::Result<Answer> {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies =
            if cookies.is_empty() { String::new() } else { format!("Cookie: {}\r\n", cookies.join("; ")) };
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{cookies}{headers}\r\n{body}", self.address);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        connection.get_mut().write_all(request.as_bytes())?;
        let answer = read_answer(&mut connection)?;
        if answer.header("connection") != Some("close") {
            self.connection = Some(connection);
        }
        self.remember(&answer);
        Ok(answer)
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(BufReader::new(stream))
    }

    fn remember(&mut self, answer: &Answer) {
        for (_, value) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let pair = value.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(own, _)| own != name.trim());
                self.cookies.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
    }
}

/// The addresses of all links of a page, in order.
pub fn links(page: &str) -> Vec<String> {
    let value = |rest: &str| Some(rest.split_once('"')?.0.replace("&amp;", "&"));
    page.split(" href=\"").skip(1).filter_map(value).collect()
}

fn read_answer(from: &mut impl BufRead) -> io::Result<Answer> {
    let strange = |what: &str| io::Error::new(io::ErrorKind::InvalidData, format!("unexpected answer: {what:?}"));
    let first = line(from)?;
    let status = first.split(' ').nth(1).and_then(|it| it.parse().ok()).ok_or_else(|| strange(&first))?;
    let mut headers = Vec::new();
    loop {
        let line = line(from)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| strange(&line))?;
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let mut answer = Answer { status, headers, body: Vec::new() };
    if matches!(status, 204 | 304) {
        return Ok(answer);
    }
    if answer.header("transfer-encoding") == Some("chunked") {
        loop {
            let size = line(from)?;
            let size = usize::from_str_radix(size.split(';').next().unwrap_or_default(), 16)
                .map_err(|_| strange(&size))?;
            read_exactly(from, size, &mut answer.body)?;
            line(from)?;
            if size == 0 {
                return Ok(answer);
            }
        }
    }
    match answer.header("content-length").map(str::parse) {
        Some(length) => read_exactly(from, length.map_err(|_| strange("content-length"))?, &mut answer.body)?,
        None => _ = from.read_to_end(&mut answer.body)?,
    }
    Ok(answer)
}

fn read_exactly(from: &mut impl Read, size: usize, to: &mut Vec<u8>) -> io::Result<()> {
    let start = to.len();
    to.resize(start + size, 0);
    from.read_exact(&mut to[start..])
}

fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    if from.read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn escaped(value: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    value.bytes().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_whole_by_length_and_in_pieces_one_after_the_other() {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nSet-Cookie: a=b; Path=/\r\n\r\nabcHTTP/1.1 303 See Other\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwxyz\r\n1\r\n!\r\n0\r\n\r\n";
        let mut from = text.as_bytes();
        let first = read_answer(&mut from).unwrap();
        assert_eq!(
            (first.status, first.body.as_slice(), first.header("set-cookie")),
            (200, &b"abc"[..], Some("a=b; Path=/"))
        );
        let second = read_answer(&mut from).unwrap();
        assert_eq!((second.status, second.body.as_slice()), (303, &b"wxyz!"[..]));
        assert!(read_answer(&mut from).is_err());
    }

    #[test]
    fn cookies_are_kept_and_replaced() {
        let mut visitor = Visitor::new("127.0.0.1:1");
        for value in ["session=one; HttpOnly", "session=two", "other=x"] {
            let headers = vec![("set-cookie".to_owned(), value.to_owned())];
            visitor.remember(&Answer { status: 200, headers, body: Vec::new() });
        }
        assert_eq!(
            visitor.cookies,
            [("session".to_owned(), "two".to_owned()), ("other".to_owned(), "x".to_owned())]
        );
        assert!(visitor.again().has_cookies());
    }

    #[test]
    fn links_and_fields_are_written_as_browsers_do() {
        assert_eq!(links("<a class=\"x\" href=\"/a?b=1&amp;c=2\">a</a><a href=\"/d\">"), ["/a?b=1&c=2", "/d"]);
        assert_eq!(escaped("mật khẩu+1"), "m%E1%BA%ADt%20kh%E1%BA%A9u%2B1");
    }
}
