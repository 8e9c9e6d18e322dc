//! A block of cells pasted as text: with its headings it is a table like any other, without them it gets those that fit.

use thidua_domain::figure_sheets::{Line, columns};

/// The text with headings above it, for a reader that looks for them. `lines` are those of the report.
pub(super) fn headed(text: &str, lines: &[Line]) -> String {
    let rows: Vec<&str> = text.lines().map(|row| row.trim_end_matches('\r')).collect();
    let widest = rows.iter().map(|row| row.split('\t').count()).max().unwrap_or(0);
    let of = |keys: &[&str]| {
        let heading = |key: &&str| match *key {
            "number" => "STT",
            key => columns().iter().find(|column| column.key == key).map_or("", |column| column.heading.as_str()),
        };
        keys.iter().map(heading).collect::<Vec<_>>().join("\t")
    };
    let filled: Vec<&str> = rows.iter().copied().filter(|row| !row.trim().is_empty()).collect();
    match widest {
        0 | 1 => {
            // a column of figures alone: one for each line that is entered, in the order of the report
            let names: Vec<&Line> = lines.iter().filter(|line| line.kind.is_entered()).collect();
            if names.len() != filled.len() {
                return text.to_owned();
            }
            let paired =
                names.iter().zip(&filled).map(|(line, figure)| format!("{}\t{}\t{figure}", line.number, line.name));
            std::iter::once(of(&["number", "name", "value"])).chain(paired).collect::<Vec<_>>().join("\n")
        }
        2 => format!("{}\n{text}", of(&["name", "value"])),
        3 => format!("{}\n{text}", of(&["number", "name", "value"])),
        4 => format!("{}\n{text}", of(&["number", "name", "measure", "value"])),
        5 => format!("{}\n{text}", of(&["number", "name", "measure", "asked", "value"])),
        // the columns of the sheet itself
        _ => {
            let mut keys = vec!["number"];
            keys.extend(columns().iter().map(|column| column.key));
            format!("{}\n{text}", of(&keys))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::headed;
    use thidua_domain::figure_sheets::{Line, LineKind, Values};
    use thidua_domain::figures::Figure;
    use thidua_paper::read::figure_sheet::{ExpectedFigures, read_figures};

    fn line(number: &str, name: &str) -> Line {
        Line {
            id: name.to_owned(),
            version: 0,
            number: number.to_owned(),
            name: name.to_owned(),
            measure: Some("con".to_owned()),
            asked: String::new(),
            kind: LineKind::Number,
            comparator: None,
            value: None,
            value_max: None,
            parent: None,
            previous: Figure::NotEntered,
            last_year: Figure::NotEntered,
            now: Values::default(),
        }
    }

    #[test]
    fn a_block_without_headings_is_read_by_its_width() {
        let lines = [line("(1)", "Dan heo"), line("(2)", "Dan bo")];
        for text in [
            "780\n1110",
            "Dan heo\t780\nDan bo\t1110",
            "1\tDan heo\t780\n2\tDan bo\t1110",
            "(1)\tDan heo\tcon\t780\r\n(2)\tDan bo\tcon\t1.110\r\n",
            "(1)\tDan heo\tcon\t2000\t780\n(2)\tDan bo\tcon\t3000\t1110",
            "(1)\tDan heo\tcon\t2000\t500\t600\t780\t\t\t30/6/2026\n(2)\tDan bo\tcon\t3000\t\t\t1110",
        ] {
            let read = read_figures(headed(text, &lines).as_bytes(), &ExpectedFigures::default());
            let read = read.unwrap_or_else(|problem| panic!("{text}: {problem}"));
            let figures: Vec<String> = read
                .rows
                .iter()
                .map(|row| match row.entered.figure {
                    Figure::Number(amount) => amount.plain(),
                    other => format!("{other:?}"),
                })
                .collect();
            assert_eq!(figures, ["780", "1110"], "{text}");
        }
    }
}
