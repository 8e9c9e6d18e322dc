//! Corrections that hold in more places than one: what a correction taught, where it applies too, and applying it.
//!
//! A lesson is what a person changed: a unit, a whole name, or one word of a name. Units and whole names are taken over when
//! the authority's next document is read; a word is only ever offered, with the number of places, since a word that was wrong
//! in one name may be right in another.

use super::draft::{PlanDraft, TargetDraft};

/// What kind of text was corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonKind {
    /// The unit of targets.
    Unit,
    /// The whole name of a target.
    Name,
    /// One word of a text.
    Word,
}

impl LessonKind {
    /// The word in the store.
    pub fn code(self) -> &'static str {
        match self {
            LessonKind::Unit => "unit",
            LessonKind::Name => "name",
            LessonKind::Word => "word",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [LessonKind::Unit, LessonKind::Name, LessonKind::Word].into_iter().find(|kind| kind.code() == code)
    }
}

/// What a correction taught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// What was corrected.
    pub kind: LessonKind,
    /// What the reader had read.
    pub printed: String,
    /// What is meant.
    pub meant: String,
}

/// What changed between two drafts of a plan, as lessons.
pub fn lessons(before: &PlanDraft, after: &PlanDraft) -> Vec<Lesson> {
    let mut found: Vec<Lesson> = Vec::new();
    let mut add = |kind, printed: &str, meant: &str| {
        let lesson = Lesson { kind, printed: printed.to_owned(), meant: meant.to_owned() };
        if printed != meant && !printed.trim().is_empty() && !meant.trim().is_empty() && !found.contains(&lesson) {
            found.push(lesson);
        }
    };
    for old in &before.targets {
        let Some(new) = after.targets.iter().find(|target| target.id == old.id) else { continue };
        if let (Some(old_unit), Some(new_unit)) = (&old.unit, &new.unit) {
            add(LessonKind::Unit, old_unit, new_unit);
        }
        add(LessonKind::Name, &old.name, &new.name);
        if let Some((printed, meant)) = one_word(&old.name, &new.name) {
            add(LessonKind::Word, printed, meant);
        }
    }
    found
}

/// The one word in which two texts of equal length differ.
fn one_word<'a>(before: &'a str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    if old.len() != new.len() || old.len() < 2 {
        return None;
    }
    let mut different = old.into_iter().zip(new).filter(|(old, new)| old != new);
    let only = different.next()?;
    different.next().is_none().then_some(only)
}

/// Applies a lesson to every place of a draft where it holds; returns how many changed.
pub fn apply(draft: &mut PlanDraft, lesson: &Lesson) -> usize {
    match lesson.kind {
        LessonKind::Unit => each(&mut draft.targets, |target| {
            let fits = target.unit.as_deref() == Some(&lesson.printed);
            if fits {
                target.unit = Some(lesson.meant.clone());
            }
            fits
        }),
        LessonKind::Name => each(&mut draft.targets, |target| {
            let fits = target.name == lesson.printed;
            if fits {
                target.name.clone_from(&lesson.meant);
            }
            fits
        }),
        LessonKind::Word => {
            let mut changed = each(&mut draft.targets, |target| replace(&mut target.name, lesson));
            changed += draft
                .obligations
                .iter_mut()
                .filter_map(|duty| {
                    let actor = replace(&mut duty.actor, lesson);
                    (replace(&mut duty.action, lesson) || actor).then_some(())
                })
                .count();
            changed +=
                draft.recipients.iter_mut().filter_map(|one| replace(&mut one.name, lesson).then_some(())).count();
            changed +=
                draft.waves.iter_mut().filter_map(|wave| replace(&mut wave.name, lesson).then_some(())).count();
            changed
        }
    }
}

fn each(targets: &mut [TargetDraft], change: impl Fn(&mut TargetDraft) -> bool) -> usize {
    targets.iter_mut().filter_map(|target| change(target).then_some(())).count()
}

/// In how many places of a draft a lesson would change something.
pub fn places(draft: &PlanDraft, lesson: &Lesson) -> usize {
    apply(&mut draft.clone(), lesson)
}

/// Replaces a whole word, its marks of punctuation apart; returns whether it stood there.
fn replace(text: &mut String, lesson: &Lesson) -> bool {
    let mut found = false;
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let bare =
                word.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | ':' | '(' | ')' | '“' | '”' | '"'));
            if bare == lesson.printed && !bare.is_empty() {
                found = true;
                word.replacen(bare, &lesson.meant, 1)
            } else {
                word.to_owned()
            }
        })
        .collect();
    if found {
        *text = words.join(" ");
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::draft::{Confidence, Lines};
    use crate::targets::{Comparator, Direction};

    fn target(id: &str, name: &str, unit: &str) -> TargetDraft {
        TargetDraft {
            id: id.to_owned(),
            parent_id: None,
            number: None,
            group: None,
            name: name.to_owned(),
            raw: name.to_owned(),
            lines: Lines::new(1, 1),
            comparator: Some(Comparator::Exactly),
            value: None,
            value_max: None,
            unit: Some(unit.to_owned()),
            basis: None,
            qualifier: None,
            direction: Direction::Higher,
            role: None,
            denominator: None,
            criterion: None,
            confidence: Confidence::percent(70),
        }
    }

    fn draft(targets: Vec<TargetDraft>) -> PlanDraft {
        PlanDraft { targets, ..PlanDraft::default() }
    }

    #[test]
    fn a_correction_teaches_unit_name_and_word_and_is_applied_where_it_holds_too() {
        let before = draft(vec![
            target("T01", "Tỷ lệ tiéu chí", "tổ"),
            target("T02", "Số tiéu, thương", "tổ"),
            target("T03", "Số hộ", "hộ"),
        ]);
        let mut after = before.clone();
        after.targets[0].name = "Tỷ lệ tiêu chí".to_owned();
        after.targets[0].unit = Some("tổ dân phố".to_owned());
        let found = lessons(&before, &after);
        assert_eq!(
            found.iter().map(|lesson| lesson.kind).collect::<Vec<_>>(),
            [LessonKind::Unit, LessonKind::Name, LessonKind::Word]
        );
        let word = &found[2];
        assert_eq!((word.printed.as_str(), word.meant.as_str()), ("tiéu", "tiêu"));
        assert_eq!(places(&after, word), 1);
        assert_eq!(apply(&mut after, word), 1);
        assert_eq!(after.targets[1].name, "Số tiêu, thương");
        assert_eq!(apply(&mut after, &found[0]), 1);
        assert_eq!(after.targets[2].unit.as_deref(), Some("hộ"));
        assert_eq!(places(&after, word) + places(&after, &found[0]), 0);
        assert_eq!(lessons(&after, &after), []);
    }
}
