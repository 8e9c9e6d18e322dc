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

/// What a plan ties itself to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tie {
    /// Chương trình trọng tâm, chương trình mục tiêu quốc gia.
    Programme,
    /// Nhiệm vụ trọng tâm.
    FocusTask,
    /// Nhiệm vụ, khâu đột phá.
    Breakthrough,
}

/// Names by which plans tie themselves to something, folded, and as they are written.
const TIES: [(&str, Tie, &str); 6] = [
    ("chuong trinh trong tam", Tie::Programme, "chương trình trọng tâm"),
    ("chuong trinh muc tieu quoc gia", Tie::Programme, "chương trình mục tiêu quốc gia"),
    ("nhiem vu trong tam", Tie::FocusTask, "nhiệm vụ trọng tâm"),
    ("nhiem vu dot pha", Tie::Breakthrough, "nhiệm vụ đột phá"),
    ("khau dot pha", Tie::Breakthrough, "khâu đột phá"),
    ("chuong trinh dot pha", Tie::Breakthrough, "chương trình đột phá"),
];

/// What the lines of a plan count: `4 chương trình trọng tâm`, `03 nhiệm vụ đột phá`. Each once, with the number of its
/// line, also where marks were lost. What is not counted names nothing that could be told apart.
pub fn counted<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<(Tie, String, usize)> {
    let mut found: Vec<(Tie, String, usize)> = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        let folded = fold(line);
        for (name, tie, written) in TIES {
            for (place, _) in folded.match_indices(name) {
                let Some(count) = folded[..place].split_whitespace().next_back() else { continue };
                let Some(number) = count.parse::<u8>().ok().filter(|number| (1..=30).contains(number)) else {
                    continue;
                };
                let text = format!("{number:02} {written}");
                if !found.iter().any(|(_, known, _)| *known == text) {
                    found.push((tie, text, at + 1));
                }
            }
        }
    }
    found
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

    #[test]
    fn a_plan_names_what_it_counts() {
        let lines = [
            "gắn với thực hiện 4 chương trình trọng tâm mà Nghị quyết Đại hội đề ra",
            "thuc hien 04 nhiém vu trong tam và 03 nhiệm vụ đột phá",
            "các nhiệm vụ trọng tâm, trọng điểm; năm 2022 nhiệm vụ trọng tâm; 04 nhiệm vụ trọng tâm",
            "hiệu quả 03 Chương trình mục tiêu quốc gia",
        ];
        assert_eq!(
            counted(lines),
            [
                (Tie::Programme, "04 chương trình trọng tâm".to_owned(), 1),
                (Tie::FocusTask, "04 nhiệm vụ trọng tâm".to_owned(), 2),
                (Tie::Breakthrough, "03 nhiệm vụ đột phá".to_owned(), 2),
                (Tie::Programme, "03 chương trình mục tiêu quốc gia".to_owned(), 4),
            ]
        );
    }
}
