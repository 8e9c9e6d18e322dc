//! The head and foot of the document.

use super::{Deed, Kind, PieceView, with_empty};
use crate::face::forms::{Field, Input, Reader};
use crate::face::show;
use crate::face::words::Words as Common;
use crate::plans::words::Words;
use thidua_domain::plans::draft::{Confidence, Header, IssuerLevel, Lines, Piece};

pub(super) fn views(head: &Header, w: &'static Words, c: &'static Common) -> Vec<PieceView> {
    fn at<T>(piece: &Option<Piece<T>>) -> Option<(Option<Lines>, Confidence)> {
        piece.as_ref().map(|piece| (piece.lines, piece.confidence))
    }
    let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone());
    let rows = [
        (w.f_kind, text(&head.kind), at(&head.kind)),
        (w.f_number, text(&head.number_symbol), at(&head.number_symbol)),
        (w.f_issuer, text(&head.issuer), at(&head.issuer)),
        (
            w.f_level,
            head.issuer_level.as_ref().map(|level| show::level(level.value, c).to_owned()),
            at(&head.issuer_level),
        ),
        (w.f_parent, text(&head.parent_authority), at(&head.parent_authority)),
        (w.f_place, text(&head.place), at(&head.place)),
        (w.f_date, head.date.as_ref().map(|date| show::day(Some(date.value))), at(&head.date)),
        (w.f_title, text(&head.title), at(&head.title)),
        (w.f_year, head.subject_year.as_ref().map(|year| year.value.to_string()), at(&head.subject_year)),
        (w.f_theme, text(&head.theme), at(&head.theme)),
        (w.inherited, text(&head.inherited_theme), at(&head.inherited_theme)),
        (w.f_signer_title, text(&head.signer_title), at(&head.signer_title)),
        (w.f_signer_name, text(&head.signer_name), at(&head.signer_name)),
    ];
    rows.into_iter()
        .enumerate()
        .filter_map(|(index, (label, value, at))| {
            let (lines, confidence) = at?;
            // the anchor tells the rows apart; all of them are corrected on one page
            let mut view = PieceView::new(Kind::Document, "head", lines, Some(confidence), w);
            view.anchor = format!("document-{index}");
            if label == w.f_theme || label == w.inherited {
                view.class = "k-theme";
            }
            view.lead = format!("{label}:");
            view.strong = value?;
            Some(view)
        })
        .collect()
}

pub(super) fn fields(head: &Header, w: &'static Words, c: &'static Common) -> Vec<Field> {
    let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone()).unwrap_or_default();
    let levels = with_empty(c, IssuerLevel::ALL.into_iter().map(|level| (level.code(), show::level(level, c))));
    let level = head.issuer_level.as_ref().map_or("", |level| level.value.code());
    let year = head.subject_year.as_ref().map(|year| year.value.to_string()).unwrap_or_default();
    vec![
        Field::new("kind", w.f_kind, Input::Line, text(&head.kind)),
        Field::new("number_symbol", w.f_number, Input::Line, text(&head.number_symbol)).hint(w.f_number_hint),
        Field::new("issuer", w.f_issuer, Input::Line, text(&head.issuer)),
        Field::new("issuer_level", w.f_level, Input::Choice(levels), level),
        Field::new("parent_authority", w.f_parent, Input::Line, text(&head.parent_authority)),
        Field::new("place", w.f_place, Input::Line, text(&head.place)),
        Field::new("date", w.f_date, Input::Day, show::day(head.date.as_ref().map(|date| date.value))),
        Field::new("title", w.f_title, Input::Text, text(&head.title)),
        Field::new("subject_year", w.f_year, Input::Number, year),
        Field::new("theme", w.f_theme, Input::Text, text(&head.theme)),
        Field::new("inherited_theme", w.f_inherited, Input::Text, text(&head.inherited_theme)),
        Field::new(
            "inherited_theme_source",
            w.f_inherited_source,
            Input::Line,
            head.inherited_theme_source.clone().unwrap_or_default(),
        ),
        Field::new("signer_title", w.f_signer_title, Input::Line, text(&head.signer_title)),
        Field::new("signer_name", w.f_signer_name, Input::Line, text(&head.signer_name)),
    ]
}

pub(super) fn change(deed: &Deed, head: &mut Header, typed: &mut Reader<'_>, w: &'static Words) -> Option<()> {
    match deed {
        Deed::Remove => None,
        Deed::Confirm => {
            confirm(head);
            Some(())
        }
        Deed::Save => {
            set(&mut head.kind, typed.text("kind"));
            set(&mut head.number_symbol, typed.text("number_symbol"));
            set(&mut head.issuer, typed.text("issuer"));
            set(&mut head.issuer_level, typed.code("issuer_level", IssuerLevel::from_code));
            set(&mut head.parent_authority, typed.text("parent_authority"));
            set(&mut head.place, typed.text("place"));
            set(&mut head.date, typed.day("date"));
            set(&mut head.title, typed.text("title"));
            let year = typed.text("subject_year");
            let read =
                year.as_deref().and_then(|year| year.parse().ok()).filter(|year| (1990..=2100).contains(year));
            if year.is_some() && read.is_none() {
                typed.problem("subject_year", w.year_needed);
            }
            set(&mut head.subject_year, read);
            set(&mut head.theme, typed.text("theme"));
            set(&mut head.inherited_theme, typed.text("inherited_theme"));
            head.inherited_theme_source = typed.text("inherited_theme_source");
            set(&mut head.signer_title, typed.text("signer_title"));
            set(&mut head.signer_name, typed.text("signer_name"));
            Some(())
        }
    }
}

/// A saved field is a confirmed one; it keeps its place in the source.
fn set<T>(piece: &mut Option<Piece<T>>, typed: Option<T>) {
    let lines = piece.as_ref().and_then(|piece| piece.lines);
    *piece = typed.map(|value| Piece { value, lines, confidence: Confidence::SURE });
}

fn confirm(head: &mut Header) {
    fn sure<T>(piece: &mut Option<Piece<T>>) {
        if let Some(piece) = piece {
            piece.confidence = Confidence::SURE;
        }
    }
    for text in [
        &mut head.kind,
        &mut head.number_symbol,
        &mut head.issuer,
        &mut head.parent_authority,
        &mut head.place,
        &mut head.title,
        &mut head.theme,
        &mut head.inherited_theme,
        &mut head.signer_title,
        &mut head.signer_name,
    ] {
        sure(text);
    }
    sure(&mut head.issuer_level);
    sure(&mut head.date);
    sure(&mut head.subject_year);
}
