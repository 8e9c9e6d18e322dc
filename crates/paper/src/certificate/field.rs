//! What changes from one certificate to the next.

use std::collections::BTreeMap;
use thidua_domain::basics::text::fold;
use thidua_domain::lists::tidy_text;

/// A field. Its code stands in designs (`{name}`) and as a heading of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Place in the order of the ceremony.
    Number,
    /// Who.
    Name,
    /// "Ông", "Bà", or nothing for a collective.
    Honorific,
    /// Post.
    Title,
    /// Unit.
    Unit,
    /// For what.
    Merit,
    /// The award ("Giấy khen").
    Award,
    /// Number and symbol of the decision.
    Decision,
    /// Day of the decision.
    Day,
    /// Month.
    Month,
    /// Year.
    Year,
    /// Number in the book of commendations.
    Book,
    /// Who signs.
    Signer,
    /// The post of the signer.
    SignerPost,
    /// In whose name ("TM. ỦY BAN NHÂN DÂN").
    SignedFor,
    /// The authority that gives the award.
    Issuer,
    /// The place of issue.
    Place,
    /// The verification code.
    Code,
    /// The address behind the code, as a QR code.
    Address,
    /// What must not be overlooked ("SỐ LIỆU MINH HỌA").
    Mark,
}

impl Field {
    /// Every field, in the order of a list.
    pub const ALL: [Self; 20] = [
        Self::Number,
        Self::Name,
        Self::Honorific,
        Self::Title,
        Self::Unit,
        Self::Merit,
        Self::Award,
        Self::Decision,
        Self::Day,
        Self::Month,
        Self::Year,
        Self::Book,
        Self::Signer,
        Self::SignerPost,
        Self::SignedFor,
        Self::Issuer,
        Self::Place,
        Self::Code,
        Self::Address,
        Self::Mark,
    ];

    /// Its code, and the headings that people give it.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["no", "STT", "Số TT", "Thứ tự", "TT"],
            Self::Name => &["name", "Họ và tên", "Họ tên", "Tên", "Tên tập thể, cá nhân", "Tên cá nhân, tập thể"],
            Self::Honorific => &["sex", "Ông/Bà", "Ông (Bà)", "Giới tính", "Danh xưng"],
            Self::Title => &["title", "Chức vụ", "Chức danh", "Nghề nghiệp"],
            Self::Unit => &["unit", "Đơn vị", "Đơn vị công tác", "Nơi công tác", "Địa chỉ"],
            Self::Merit => &["merit", "Thành tích", "Nội dung thành tích", "Nội dung khen thưởng"],
            Self::Award => &["award", "Hình thức", "Hình thức khen thưởng", "Danh hiệu"],
            Self::Decision => &["decision", "Số quyết định", "Quyết định số", "Quyết định"],
            Self::Day => &["day", "Ngày"],
            Self::Month => &["month", "Tháng"],
            Self::Year => &["year", "Năm"],
            Self::Book => &["book", "Số vào sổ", "Vào sổ số", "Số sổ vàng"],
            Self::Signer => &["signer", "Người ký"],
            Self::SignerPost => &["signer_post", "Chức vụ người ký"],
            Self::SignedFor => &["signed_for", "Ký thay mặt", "Thay mặt"],
            Self::Issuer => &["issuer", "Cơ quan khen thưởng", "Cơ quan ban hành"],
            Self::Place => &["place", "Địa danh", "Nơi ban hành"],
            Self::Code => &["code", "Mã tra cứu"],
            Self::Address => &["address", "Liên kết tra cứu"],
            Self::Mark => &["mark", "Dấu nhắc"],
        }
    }

    /// The code by which designs know it.
    pub const fn code(self) -> &'static str {
        match self.names() {
            [first, ..] => first,
            [] => "",
        }
    }

    /// The field that a design or a heading means; case, marks and punctuation do not matter.
    pub fn named(text: &str) -> Option<Self> {
        let wanted = key(text);
        Self::ALL.into_iter().find(|field| field.names().iter().any(|name| key(name) == wanted))
    }
}

fn key(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What one certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Certificate(BTreeMap<Field, String>);

impl Certificate {
    /// With this in a field: one line, composed letters, no white space too many.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Self {
        self.set(field, text);
        self
    }

    /// Puts this into a field; invisible letters, which could turn a name around, are left out.
    pub fn set(&mut self, field: Field, text: &str) {
        let text = tidy_text(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let text = match field {
            Field::Honorific => honorific(&text),
            // days, and the first two months, have two digits on paper
            Field::Day => two_digits(text, 10),
            Field::Month => two_digits(text, 3),
            _ => text,
        };
        if text.is_empty() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, text);
        }
    }

    /// Puts this into a field that says nothing yet.
    pub fn set_where_empty(&mut self, field: Field, text: &str) {
        if self.get(field).is_empty() {
            self.set(field, text);
        }
    }

    /// What stands in a field; empty where nothing does.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }
}

/// "Ông" and "Bà", however a list tells men from women.
fn honorific(text: &str) -> String {
    match fold(text).trim_end_matches('.') {
        "nam" | "ong" | "m" => "Ông".into(),
        "nu" | "ba" | "f" => "Bà".into(),
        _ => text.into(),
    }
}

fn two_digits(text: String, below: u8) -> String {
    match text.parse::<u8>() {
        Ok(number) if number < below => format!("{number:02}"),
        Ok(number) => number.to_string(),
        Err(_) => text,
    }
}
