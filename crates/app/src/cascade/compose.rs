//! A plan written from the plan above: a readable text, and the draft whose pieces stand in its lines. Official
//! documents are Vietnamese whatever the language of the pages.

use super::words::{self, Words};
use crate::face::show;
use thidua_domain::basics::date::short;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::plans::draft::{
    BasisRole, Confidence, Header, IssuerLevel, LegalBasis, Lines, NamedMovement, Obligation, Piece, PlanDraft,
    Recipient, Reporting, Section, TargetDraft, Wave,
};
use thidua_domain::targets::Comparator;
use thidua_domain::units::Unit;
use thidua_store::cascade::TargetLink;
use thidua_store::plans::Plan;
use thidua_store::targets::Target;

/// How sure a value is that the unit was not given: a person looks at it.
const INHERITED: u8 = 60;

/// A target that was chosen, with its value in the new plan.
pub(super) struct ChosenTarget<'a> {
    pub(super) target: &'a Target,
    pub(super) value: Option<Amount>,
    /// The deciding document, where the unit was given a value.
    pub(super) assigned: Option<String>,
    pub(super) reason: Option<String>,
}

/// What a person chose of the plan above.
pub(super) struct Chosen<'a> {
    /// A theme of one's own; the theme above is taken over where there is none.
    pub(super) theme: Option<String>,
    pub(super) targets: Vec<ChosenTarget<'a>>,
    pub(super) waves: Vec<&'a Wave>,
    pub(super) reporting: Vec<&'a Reporting>,
    pub(super) duties: Vec<&'a Obligation>,
    pub(super) movements: Vec<&'a NamedMovement>,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Composed {
    pub(super) lines: Vec<String>,
    pub(super) draft: PlanDraft,
    pub(super) links: Vec<TargetLink>,
}

impl Composed {
    fn line(&mut self, text: impl Into<String>) -> Lines {
        self.lines.push(text.into().split_whitespace().collect::<Vec<_>>().join(" "));
        let number = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        Lines::new(number, number)
    }

    fn section(&mut self, title: &str) -> usize {
        const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
        let numbering = ROMAN.get(self.draft.sections.len()).copied().unwrap_or_default();
        self.line("");
        let lines = self.line(format!("{numbering}. {title}"));
        let section = Section { numbering: numbering.to_owned(), title: Some(title.to_owned()), lines };
        self.draft.sections.push(section);
        self.draft.sections.len() - 1
    }

    fn close(&mut self, section: usize) {
        let last = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        if let Some(section) = self.draft.sections.get_mut(section) {
            section.lines.last = last;
        }
    }

    fn piece<T>(value: T, lines: Lines) -> Option<Piece<T>> {
        Some(Piece { value, lines: Some(lines), confidence: Confidence::SURE })
    }
}

/// Writes the plan of a unit from the plan of the unit above it.
pub(super) fn compose(parent: &Plan, above: &Unit, unit: &Unit, chosen: &Chosen<'_>) -> Composed {
    let w = words::words(Language::Vietnamese);
    let mut made = Composed::default();
    head(&mut made, parent, above, unit, chosen, w);
    bases(&mut made, parent, above, w);
    let own = NamedMovement {
        name: made.draft.document.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        own: true,
        lines: made.draft.document.title.as_ref().and_then(|title| title.lines).unwrap_or(Lines::new(1, 1)),
        confidence: Confidence::SURE,
    };
    made.draft.movements.push(own);
    if !chosen.movements.is_empty() {
        let section = made.section(w.paper_movements);
        for one in &chosen.movements {
            let lines = made.line(format!("- {}.", one.name));
            made.draft.movements.push(NamedMovement { lines, own: false, ..(*one).clone() });
        }
        made.close(section);
    }
    targets(&mut made, above, chosen, w);
    waves(&mut made, chosen, w);
    let section = made.section(w.paper_organisation);
    for one in &chosen.duties {
        let lines = made.line(format!("- {}: {}", one.actor, one.action));
        made.draft.obligations.push(Obligation { lines, confidence: Confidence::SURE, ..(*one).clone() });
    }
    for one in &chosen.reporting {
        let p = crate::plans::words::words(Language::Vietnamese);
        let due = one.due.map(|day| format!(", {} {}", w.paper_by, show::day(Some(day)))).unwrap_or_default();
        let said = crate::plans::reporting_label(one.period, p);
        let lines = made.line(format!("- {}: {}{due}; {} {}.", w.paper_reports, said, w.paper_to, above.name));
        made.draft.reporting.push(Reporting {
            from: Some(unit.name.clone()),
            to: Some(above.name.clone()),
            lines,
            ..(*one).clone()
        });
    }
    made.close(section);
    made.line("");
    made.line(w.paper_recipients);
    for (name, purpose) in [(above.name.as_str(), Some(w.paper_to_report)), (w.paper_files, None)] {
        let lines = made.line(format!("- {name}{}", purpose.map(|one| format!(" ({one})")).unwrap_or_default()));
        made.draft.recipients.push(Recipient { name: name.to_owned(), purpose: purpose.map(str::to_owned), lines });
    }
    made
}

fn head(made: &mut Composed, parent: &Plan, above: &Unit, unit: &Unit, chosen: &Chosen<'_>, w: &'static Words) {
    let up = &parent.draft.document;
    let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone());
    let parent_authority = Composed::piece(above.name.clone(), made.line(above.name.to_uppercase()));
    let issuer_lines = made.line(unit.name.to_uppercase());
    made.line(w.paper_motto_state);
    made.line(w.paper_motto_words);
    let kind = Composed::piece(w.paper_plan.to_owned(), made.line(w.paper_plan.to_uppercase()));
    let said = up.title.as_ref().map_or_else(|| w.paper_title.to_owned(), |title| title.value.clone());
    let title_lines = made.line(said.clone());
    made.line("");
    let mut document = Header {
        kind,
        parent_authority,
        issuer: Composed::piece(unit.name.clone(), issuer_lines),
        issuer_level: Composed::piece(unit.level, issuer_lines),
        title: Composed::piece(said, title_lines),
        subject_year: up.subject_year.as_ref().and_then(|year| Composed::piece(year.value, title_lines)),
        signer_name: unit.head.clone().map(Piece::typed),
        ..Header::default()
    };
    match &chosen.theme {
        Some(theme) => {
            let lines = made.line(format!("{}: “{theme}”.", w.paper_theme));
            document.theme = Composed::piece(theme.clone(), lines);
        }
        None => {
            if let Some(theme) = up.theme.as_ref().or(up.inherited_theme.as_ref()) {
                // a theme that the plan above has itself taken over stays its first owner's
                let owner = match &up.theme {
                    Some(_) => above.name.clone(),
                    None => up.inherited_theme_source.clone().unwrap_or_else(|| above.name.clone()),
                };
                let lines = made.line(format!("{} {owner}: “{}”.", w.paper_theme_of, theme.value));
                let number = text(&up.number_symbol).map(|number| format!("{} {number}", w.paper_number));
                let day = up.date.as_ref().map(|date| format!("{} {}", w.paper_day, short(date.value)));
                let kind = text(&up.kind).unwrap_or_else(|| w.paper_plan.to_owned());
                let cited = [Some(kind), number, day].into_iter().flatten().collect::<Vec<_>>().join(" ");
                let owner = match &up.theme {
                    Some(_) => format!("{cited} {} {owner}", w.paper_of),
                    None => owner,
                };
                document.inherited_theme = Composed::piece(theme.value.clone(), lines);
                document.inherited_theme_source = Some(owner);
            }
        }
    }
    made.draft.document = document;
}

fn bases(made: &mut Composed, parent: &Plan, above: &Unit, w: &'static Words) {
    let up = &parent.draft.document;
    let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone());
    let parent_basis = LegalBasis {
        kind: text(&up.kind).unwrap_or_else(|| w.paper_plan.to_owned()),
        number_symbol: text(&up.number_symbol),
        date: up.date.as_ref().map(|date| date.value),
        issuer: Some(above.name.clone()),
        subject: text(&up.title),
        role: BasisRole::Basis,
        parent_plan: true,
        lines: Lines::new(1, 1),
        confidence: Confidence::SURE,
    };
    let inherited = parent.draft.legal_bases.iter().filter(|basis| basis.role == BasisRole::Basis).cloned();
    let all: Vec<LegalBasis> = inherited
        .map(|basis| LegalBasis { parent_plan: false, confidence: Confidence::SURE, ..basis })
        .chain(std::iter::once(parent_basis))
        .collect();
    for basis in all {
        let parts = [
            Some(basis.kind.clone()),
            basis.number_symbol.as_ref().map(|symbol| format!("{} {symbol}", w.paper_number)),
            basis.date.map(|date| format!("{} {}", w.paper_day, show::day(Some(date)))),
            basis.issuer.as_ref().map(|issuer| format!("{} {issuer}", w.paper_of)),
            basis.subject.clone(),
        ];
        let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let opening = if basis.parent_plan { w.paper_carrying_out } else { w.paper_based_on };
        let lines = made.line(format!("{opening} {said};"));
        made.draft.legal_bases.push(LegalBasis { lines, ..basis });
    }
}

/// What the value of a target that was given is measured against.
fn basis_of(above: &Unit) -> &'static str {
    match above.level {
        IssuerLevel::Province => "assigned by province",
        IssuerLevel::District => "assigned by district",
        _ => "assigned",
    }
}

fn targets(made: &mut Composed, above: &Unit, chosen: &Chosen<'_>, w: &'static Words) {
    if chosen.targets.is_empty() {
        return;
    }
    let t = crate::targets::words::words(Language::Vietnamese);
    let section = made.section(w.paper_targets);
    for one in &chosen.targets {
        let up = &one.target.draft;
        let mut draft =
            TargetDraft { raw: String::new(), number: None, confidence: Confidence::SURE, ..up.clone() };
        if up.comparator.is_some() {
            if one.value != up.value {
                draft.value = one.value;
                // one value in the place of a range is that value, or more
                if draft.comparator == Some(Comparator::Between)
                    || (draft.comparator == Some(Comparator::About) && one.value.is_none())
                {
                    draft.comparator = Some(Comparator::Exactly);
                }
                draft.value_max = None;
            }
            // taken without a value, it waits until the unit is given one
            let waits = one.value.is_none() && up.value.is_some();
            match &one.assigned {
                Some(_) => draft.basis = Some(basis_of(above).to_owned()),
                None if waits => draft.basis = Some(basis_of(above).to_owned()),
                None => draft.confidence = Confidence::percent(INHERITED),
            }
            let source = match &one.assigned {
                Some(document) if document.is_empty() => w.paper_assigned.replace("{issuer}", &above.name),
                Some(document) => format!("{} ({document})", w.paper_assigned.replace("{issuer}", &above.name)),
                None => w.paper_inherited.replace("{issuer}", &above.name),
            };
            let asked = format!("{} {}", show::asked(&draft, t), draft.unit.as_deref().unwrap_or_default());
            draft.raw = format!("- {}: {}; {source}.", up.name, asked.trim());
            made.links.push(TargetLink {
                code: up.id.clone(),
                parent_target_id: one.target.id.clone(),
                reason: one.reason.clone(),
            });
        } else {
            draft.raw = format!("- {}:", up.name);
        }
        draft.lines = made.line(draft.raw.clone());
        made.draft.targets.push(draft);
    }
    made.close(section);
}

fn waves(made: &mut Composed, chosen: &Chosen<'_>, w: &'static Words) {
    if chosen.waves.is_empty() {
        return;
    }
    let section = made.section(w.paper_waves);
    for wave in &chosen.waves {
        let days = match (wave.from, wave.to) {
            (Some(from), Some(to)) => {
                w.paper_days.replace("{a}", &show::day(Some(from))).replace("{b}", &show::day(Some(to)))
            }
            (from, to) => show::day(from.or(to)),
        };
        let goal = wave.goal.as_ref().map(|goal| format!(". {goal}")).unwrap_or_default();
        let lines = made.line(format!("- {}: {days}{goal}", wave.name));
        let mut copy = Wave { lines, confidence: Confidence::SURE, ..(*wave).clone() };
        for occasion in &mut copy.occasions {
            occasion.lines = lines;
        }
        made.draft.waves.push(copy);
    }
    made.close(section);
}
