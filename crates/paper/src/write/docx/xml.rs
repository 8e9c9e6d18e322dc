//! Escaped text, runs and paragraphs: the only places where words become XML.

/// Text made safe for element content and attributes.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// The face of a stretch of text. A size of 0 keeps the paragraph's.
#[derive(Clone, Copy, Default)]
pub(super) struct Face {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) half_points: u32,
}

impl Face {
    pub(super) fn size(half_points: u32) -> Self {
        Self { half_points, ..Self::default() }
    }

    pub(super) fn bold(half_points: u32) -> Self {
        Self { bold: true, half_points, ..Self::default() }
    }

    pub(super) fn italic(half_points: u32) -> Self {
        Self { italic: true, half_points, ..Self::default() }
    }

    pub(super) fn properties(self) -> String {
        let mut inner = String::new();
        if self.bold {
            inner.push_str("<w:b/><w:bCs/>");
        }
        if self.italic {
            inner.push_str("<w:i/><w:iCs/>");
        }
        if self.half_points > 0 {
            inner.push_str(&format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", self.half_points));
        }
        if inner.is_empty() { inner } else { format!("<w:rPr>{inner}</w:rPr>") }
    }
}

/// One run of text.
pub(super) fn run(text: &str, face: Face) -> String {
    format!("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>", face.properties(), escape(text))
}

/// Which sides of a paragraph carry a line.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Border {
    #[default]
    None,
    Top,
    Box,
}

/// How a paragraph stands. Zero means "as the style says", except in an explicit `spacing`.
#[derive(Clone, Default)]
pub(super) struct Paragraph {
    pub(super) style: &'static str,
    pub(super) align: &'static str,
    pub(super) spacing: Option<Spacing>,
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) hanging: u32,
    pub(super) keep_next: bool,
    pub(super) border: Border,
    pub(super) centre_tab: u32,
    pub(super) section: String,
}

/// Space before and after a paragraph, and an exact line height (0: the style's own).
#[derive(Clone, Copy, Default)]
pub(super) struct Spacing {
    pub(super) before: u32,
    pub(super) after: u32,
    pub(super) exact_line: u32,
}

impl Paragraph {
    /// A centred paragraph without space around it.
    pub(super) fn centred() -> Self {
        Self { align: "center", ..Self::tight() }
    }

    /// A left-standing paragraph without space around it.
    pub(super) fn tight() -> Self {
        Self { style: "Tight", ..Self::default() }
    }

    pub(super) fn spaced(self, before: u32, after: u32) -> Self {
        Self { spacing: Some(Spacing { before, after, exact_line: 0 }), ..self }
    }

    /// The paragraph as XML; the children stand in the order the schema demands.
    pub(super) fn around(&self, runs: &str) -> String {
        let mut inner = String::new();
        if !self.style.is_empty() {
            inner.push_str(&format!("<w:pStyle w:val=\"{}\"/>", self.style));
        }
        if self.keep_next {
            inner.push_str("<w:keepNext/>");
        }
        inner.push_str(match self.border {
            Border::None => "",
            Border::Top => "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>",
            Border::Box => concat!(
                "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"2\" w:color=\"000000\"/>",
                "<w:left w:val=\"single\" w:sz=\"6\" w:space=\"4\" w:color=\"000000\"/>",
                "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"2\" w:color=\"000000\"/>",
                "<w:right w:val=\"single\" w:sz=\"6\" w:space=\"4\" w:color=\"000000\"/></w:pBdr>"
            ),
        });
        if self.centre_tab > 0 {
            inner.push_str(&format!("<w:tabs><w:tab w:val=\"center\" w:pos=\"{}\"/></w:tabs>", self.centre_tab));
        }
        if let Some(Spacing { before, after, exact_line }) = self.spacing {
            inner.push_str(&format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\""));
            if exact_line > 0 {
                inner.push_str(&format!(" w:line=\"{exact_line}\" w:lineRule=\"exact\""));
            }
            inner.push_str("/>");
        }
        if self.left + self.right + self.hanging > 0 {
            inner.push_str(&format!("<w:ind w:left=\"{}\" w:right=\"{}\"", self.left, self.right));
            if self.hanging > 0 {
                inner.push_str(&format!(" w:hanging=\"{}\"", self.hanging));
            }
            inner.push_str("/>");
        }
        if !self.align.is_empty() {
            inner.push_str(&format!("<w:jc w:val=\"{}\"/>", self.align));
        }
        inner.push_str(&self.section);
        if inner.is_empty() {
            format!("<w:p>{runs}</w:p>")
        } else {
            format!("<w:p><w:pPr>{inner}</w:pPr>{runs}</w:p>")
        }
    }

    /// The paragraph with one run.
    pub(super) fn of(&self, text: &str, face: Face) -> String {
        self.around(&run(text, face))
    }
}

/// A rule of `length` twips, centred in a line of `room` twips.
pub(super) fn rule(length: u32, room: u32, after: u32) -> String {
    let side = room.saturating_sub(length) / 2;
    let paragraph = Paragraph {
        spacing: Some(Spacing { before: 70, after, exact_line: 40 }),
        left: side,
        right: side,
        border: Border::Top,
        ..Paragraph::centred()
    };
    paragraph.around(&run("", Face::size(2)))
}

/// An empty paragraph that takes no visible room; Word wants one behind a table.
pub(super) fn thin(section: String) -> String {
    let paragraph =
        Paragraph { spacing: Some(Spacing { before: 0, after: 0, exact_line: 20 }), section, ..Paragraph::tight() };
    paragraph.around("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_wherever_it_enters() {
        assert_eq!(
            run("<&\"'>", Face::default()),
            "<w:r><w:t xml:space=\"preserve\">&lt;&amp;&quot;'&gt;</w:t></w:r>"
        );
    }
}
