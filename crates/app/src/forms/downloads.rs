//! The forms that a page prints, as its links.

use super::words::words;
use thidua_domain::basics::Language;
use thidua_paper::forms::{Form, form};

/// A link to a file.
pub(crate) struct Link {
    pub(crate) address: String,
    pub(crate) label: &'static str,
}

/// A form with a link for each of its formats.
pub(crate) struct Download {
    pub(crate) name: &'static str,
    pub(crate) links: Vec<Link>,
}

/// The name of a form in a language.
pub(super) fn name(form: &Form, language: Language) -> &'static str {
    if language == Language::English { form.english } else { form.name }
}

/// What a format is called.
pub(super) fn label(format: &str, language: Language) -> &'static str {
    let w = words(language);
    match format {
        "pdf" => w.pdf,
        "docx" => w.word,
        _ => w.excel,
    }
}

/// The downloads of some forms under an address.
pub(crate) fn downloads(base: &str, codes: &[&str], language: Language) -> Vec<Download> {
    downloads_with(base, codes, "", language)
}

/// The same with something behind the address that the file is to be of.
pub(crate) fn downloads_with(base: &str, codes: &[&str], query: &str, language: Language) -> Vec<Download> {
    let of = |form: &'static Form| Download {
        name: name(form, language),
        links: form
            .formats()
            .iter()
            .map(|format| Link {
                address: format!("{base}/forms/{}.{format}{query}", form.code),
                label: label(format, language),
            })
            .collect(),
    };
    codes.iter().filter_map(|code| form(code)).map(of).collect()
}
