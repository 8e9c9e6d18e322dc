//! Values into the text of a run.

/// Puts a value into an element of text: escaped, with line breaks and tabs as Word has them, without what XML cannot hold.
pub(super) fn push(out: &mut String, value: &str) {
    const BREAK: &str = "</w:t><w:br/><w:t xml:space=\"preserve\">";
    const TAB: &str = "</w:t><w:tab/><w:t xml:space=\"preserve\">";
    let bytes = value.as_bytes();
    let mut written = 0;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        // most letters are none of these
        if byte >= 0x20 && byte != b'&' && byte != b'<' && byte != b'>' && byte != 0xef {
            at += 1;
            continue;
        }
        let (instead, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => (BREAK, 2),
            b'\n' | b'\r' | 0x0b => (BREAK, 1),
            b'\t' => (TAB, 1),
            // U+FFFE and U+FFFF
            0xef if bytes.get(at + 1) == Some(&0xbf) && bytes.get(at + 2).is_some_and(|last| *last >= 0xbe) => {
                ("", 3)
            }
            0xef => {
                at += 1;
                continue;
            }
            _ => ("", 1),
        };
        out.push_str(&value[written..at]);
        out.push_str(instead);
        at += length;
        written = at;
    }
    out.push_str(&value[written..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_values_are_escaped_and_keep_their_lines() {
        let mut out = String::new();
        push(&mut out, "a<b>&c\r\nd\te\u{0}\u{fffe}\u{feff}é\u{ffff}…");
        let (br, tab) = ("</w:t><w:br/><w:t xml:space=\"preserve\">", "</w:t><w:tab/><w:t xml:space=\"preserve\">");
        assert_eq!(out, format!("a&lt;b&gt;&amp;c{br}d{tab}e\u{feff}é…"));
    }
}
