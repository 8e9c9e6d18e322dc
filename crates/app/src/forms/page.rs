//! `/forms`: every form by its menu, what it needs, where it is printed, and its examples.

use super::asked::Asked;
use super::downloads::{Link, label, name};
use super::places::{self, Place};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, page};
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_paper::forms::{Form, Menu, Says, all, form};

struct Row {
    code: &'static str,
    name: &'static str,
    needs: &'static str,
    place: Option<(&'static str, &'static str)>,
    /// What each example shows, and its files.
    examples: Vec<(&'static str, Vec<Link>)>,
}

#[derive(Template)]
#[template(path = "forms/page.html")]
struct FormsPage {
    f: Frame,
    w: &'static Words,
    count: String,
    groups: Vec<(&'static str, Vec<Row>)>,
}

fn said(says: Says, language: Language) -> &'static str {
    if language == Language::English { says.en } else { says.vi }
}

fn row(form: &'static Form, language: Language) -> Row {
    let w = words(language);
    let examples = form.examples.iter().map(|example| {
        let link = |format: &&'static str| Link {
            address: format!("/forms/{}/{}.{format}", form.code, example.name),
            label: label(format, language),
        };
        (said(example.says, language), form.formats().iter().map(link).collect())
    });
    Row {
        code: form.code,
        name: name(form, language),
        needs: said(form.needs, language),
        place: places::place(form.code).map(|Place { address, says, .. }| (*address, says(w))),
        examples: examples.collect(),
    }
}

/// `GET /forms`.
pub(crate) async fn show(caller: Caller) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let group = |menu: &Menu| {
        let rows = all().iter().filter(|form| form.menu == *menu).map(|form| row(form, language)).collect();
        (said(menu.name(), language), rows)
    };
    page(&FormsPage {
        f: frame(&caller, Tab::Forms),
        count: w.lead.replace("{n}", &all().len().to_string()),
        groups: Menu::ALL.iter().map(group).collect(),
        w,
    })
}

/// `GET /forms/{code}/{file}`: an example, whose people and figures are invented.
pub(crate) async fn example(State(app): State<App>, Path((code, file)): Path<(String, String)>) -> Answer {
    let form = form(&code).ok_or(Refusal::NotFound)?;
    let (example, ending) = file.rsplit_once('.').ok_or(Refusal::NotFound)?;
    let asked = Asked::in_format(form, ending)?;
    let example = form.example(example).ok_or(Refusal::NotFound)?;
    asked.send(&app, (example.fill)().document, words(Language::Vietnamese).example).await
}
