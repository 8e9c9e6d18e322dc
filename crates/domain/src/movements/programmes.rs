//! Programmes, focus tasks and breakthroughs (plan of Lý Sơn II.1.c, of Lơ Ku II.2.2): what belongs to one, and how it
//! stands by its targets and its tasks.

use crate::basics::text::fold;
use crate::targets::Status;
use crate::tasks::follow::Standing;

/// How a programme stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Targets.
    pub targets: u32,
    /// Of them met or exceeded.
    pub reached: u32,
    /// Missed or at risk.
    pub endangered: u32,
    /// Without any figure.
    pub silent: u32,
    /// Tasks, cancelled ones left out.
    pub tasks: u32,
    /// Of them confirmed as done.
    pub done: u32,
    /// Late.
    pub late: u32,
}

/// Counts targets by their status (`None` does not apply) and whether they have a figure, and tasks by their standing.
pub fn tally(
    targets: impl IntoIterator<Item = (Option<Status>, bool)>,
    tasks: impl IntoIterator<Item = Standing>,
) -> Tally {
    let mut tally = Tally::default();
    for (status, has_figure) in targets {
        tally.targets += 1;
        tally.silent += u32::from(!has_figure);
        match status {
            Some(Status::Met | Status::Exceeded) => tally.reached += 1,
            Some(Status::Missed | Status::AtRisk) if has_figure => tally.endangered += 1,
            _ => {}
        }
    }
    for standing in tasks {
        match standing {
            Standing::Cancelled => continue,
            Standing::Done => tally.done += 1,
            Standing::Late(_) => tally.late += 1,
            _ => {}
        }
        tally.tasks += 1;
    }
    tally
}

/// The name of a programme and its items: the first line, and every line below it.
pub fn name_and_items(text: &str) -> (&str, Vec<&str>) {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let name = lines.next().unwrap_or_default();
    (name, lines.map(|line| line.trim_start_matches(['-', '+', '•', '*']).trim()).collect())
}

/// Whether the programme that a task names is this one: the words of one stand whole in the other.
pub fn names(programme: &str, named: &str) -> bool {
    let words = |text: &str| {
        let folded = fold(text);
        let words: Vec<String> = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        words
    };
    let (whole, part) = (words(programme), words(named));
    let holds =
        |whole: &[String], part: &[String]| part.len() >= 2 && whole.windows(part.len()).any(|at| at == part);
    holds(&whole, &part) || holds(&part, &whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_and_tasks_are_counted_where_they_stand() {
        use Standing::{Cancelled, Done, Late, OnTrack};
        let targets = [
            (Some(Status::Met), true),
            (Some(Status::Exceeded), true),
            (Some(Status::Missed), true),
            (Some(Status::NotBegun), false),
            (None, true),
        ];
        let found = tally(targets, [Done, Late(3), OnTrack, Cancelled]);
        let expected = Tally { targets: 5, reached: 2, endangered: 1, silent: 1, tasks: 3, done: 1, late: 1 };
        assert_eq!(found, expected);
        assert_eq!(tally([], []), Tally::default());
    }

    #[test]
    fn the_first_line_is_the_name_and_the_others_are_items() {
        let (name, items) = name_and_items("Chương trình nông thôn mới\n\n- Đường giao thông\n+ Nhà văn hóa thôn");
        assert_eq!((name, items), ("Chương trình nông thôn mới", vec!["Đường giao thông", "Nhà văn hóa thôn"]));
        assert_eq!(name_and_items(""), ("", Vec::new()));
    }

    #[test]
    fn a_task_names_its_programme_in_more_or_fewer_words() {
        for (programme, named, same) in [
            ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới", "xây dựng nông thôn mới", true),
            ("Giảm nghèo bền vững", "Chương trình mục tiêu quốc gia giảm nghèo bền vững", true),
            ("Xây dựng nông thôn mới", "xay dung nong thon moi", true),
            ("Xây dựng nông thôn mới", "nông nghiệp", false),
            ("Xây dựng nông thôn mới", "mới", false),
            ("Xây dựng nông thôn mới", "", false),
        ] {
            assert_eq!(names(programme, named), same, "{programme} / {named}");
        }
    }
}
