//! Targets: from the lines of a plan's list to measured leaves and the containers of compound lines.

mod clause;
mod measure;
mod name;
mod news;
mod promise;
mod sentence;
mod shape;
mod subjects;
mod tabled;
mod zone;

use super::dictionary;
use super::header::Sets;
use super::outline::Outline;
use super::paragraph::{Paragraph, span_lines};
use super::source::Source;
use super::table::Table;
use super::token::{self, Token};
use clause::Link;
pub(super) use measure::{Measure, measures};
pub(super) use sentence::sentences;
use sentence::{is_about_the_paper, label, names_standing, opens_with_ordinal};
use shape::Seed;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{Confidence, Lines, TargetDraft, TargetRole};
use thidua_domain::targets::{Comparator, Direction};

/// A leaf with the part it plays.
struct Leaf {
    seed: Seed,
    role: Option<TargetRole>,
    lines: Lines,
    raw: String,
    confidence: u8,
}

/// A line of targets with its leaves, before it is numbered.
struct Entry {
    lines: Lines,
    number: Option<String>,
    group: Option<String>,
    /// Name of the container when there are several leaves.
    title: Option<String>,
    leaves: Vec<Leaf>,
    /// Whether it is a row of a table.
    tabled: bool,
    /// Whether its paragraph resolves something in so many words.
    resolved: bool,
}

/// A table of so many targets is the plan's list.
const A_WHOLE_TABLE: usize = 8;

/// So few measured targets in lists mean that the plan has no list: what it promises stands in its content.
const FEW: usize = 3;

/// Reads every list and table of targets of the plan; where it has none, the measures that its content promises.
pub fn read(
    source: &Source,
    paragraphs: &[Paragraph],
    outline: &Outline,
    tables: &[Table],
    sets: Sets,
    year: Option<i32>,
) -> Vec<TargetDraft> {
    let mut entries: Vec<Entry> = Vec::new();
    if !matches!(sets, Sets::Never) {
        entries.extend(tables.iter().flat_map(|table| tabled::entries(source, table, year)));
    }
    if matches!(sets, Sets::Promises | Sets::ListOnly) {
        let tabled = entries.iter().map(|entry| entry.leaves.len()).sum::<usize>();
        for zone in zone::zones(paragraphs, outline) {
            // with the targets in a table, a heading that names theme and content besides them holds only those
            let mixed = zone.start.checked_sub(1).is_some_and(|at| {
                ["chu de", "noi dung"].iter().any(|words| token::has(&paragraphs[at].tokens, words))
            });
            if tabled >= A_WHOLE_TABLE && mixed {
                continue;
            }
            let heading = zone.start.checked_sub(1).map(|at| paragraphs[at].words()).unwrap_or_default();
            let mut items = zone::items(paragraphs, zone);
            items.retain(|item| {
                item.paragraph.marker.is_some() || !promise::tells_the_past(&item.paragraph.tokens, year)
            });
            let general = items.iter().find_map(|item| general_basis(&item.paragraph.tokens));
            for item in &items {
                let mut own = entry(source, item, general.as_deref());
                own.leaves.retain(|leaf| {
                    !promise::tells_a_year_before(&item.paragraph.tokens, leaf.seed.range.start, year)
                });
                // aims in general words are what the targets serve
                if is_general_aim(&heading)
                    || item.group.as_deref().is_some_and(|group| is_general_aim(&fold(group)))
                {
                    own.leaves.retain(|leaf| promise::is_strong(&leaf.seed, &item.paragraph.tokens));
                }
                entries.push(own);
            }
        }
    }
    if matches!(sets, Sets::Promises | Sets::Told) {
        let measured = |entries: &[&Entry]| {
            entries.iter().flat_map(|entry| &entry.leaves).filter(|leaf| leaf.seed.value.is_some()).count()
        };
        let taken: Vec<Lines> = entries.iter().map(|entry| entry.lines).collect();
        let mut promised = promise::entries(source, paragraphs, outline, sets, year);
        let within = |a: &Lines, b: &Lines| a.first >= b.first && a.last <= b.last;
        promised.retain(|entry| !taken.iter().any(|lines| within(&entry.lines, lines)));
        // a list of a few lines, such as one of titles, is not the plan's list when its content promises far more; beside a
        // whole table the content says at most what comes besides
        let (tables, lists): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.tabled);
        let (tabled, listed, told) =
            (measured(&tables), measured(&lists), measured(&promised.iter().collect::<Vec<_>>()));
        let few = listed <= FEW || told > listed * 2;
        if few && (tabled == 0 || tabled + listed <= FEW || told * 2 >= tabled) {
            entries.extend(promised);
        } else if few {
            entries.extend(promised.into_iter().filter(|entry| entry.resolved));
        }
    }
    entries.retain(|entry| !entry.leaves.is_empty());
    entries.sort_by_key(|entry| entry.lines);
    let mut drafts = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        write(source, entry, index + 1, &mut drafts);
    }
    drafts
}

/// `Mục tiêu chung`, `Mục tiêu tổng quát`.
fn is_general_aim(heading: &str) -> bool {
    heading.contains("muc tieu chung") || heading.contains("tong quat")
}

fn entry(source: &Source, item: &zone::Item<'_>, general: Option<&str>) -> Entry {
    let last = item.children.last().map_or(item.paragraph.lines().last, |child| child.lines().last);
    let colon = head(&item.paragraph.tokens);
    Entry {
        lines: Lines::new(item.paragraph.lines().first, last),
        number: item.number.clone(),
        group: item.group.clone(),
        title: colon.map(|colon| name::sentence(&item.paragraph.tokens[..colon])).filter(|title| speaks(title)),
        leaves: leaves_of(source, item, general),
        tabled: false,
        resolved: false,
    }
}

/// “sau đây các số liệu được so sánh với … năm 2021”: the basis of every change that names none.
fn general_basis(tokens: &[Token]) -> Option<String> {
    let from = token::find(tokens, "sau day")?.start;
    let rest = &tokens[from..];
    token::find(rest, "so sanh")?;
    let year =
        (0..rest.len()).filter(|at| rest[*at].is_word("nam")).find_map(|at| super::dates::year_at(rest, at + 1))?;
    Some(format!("vs {year}"))
}

fn leaves_of(source: &Source, item: &zone::Item<'_>, general: Option<&str>) -> Vec<Leaf> {
    let mut leaves = line_leaves(source, item.paragraph);
    let parent_is_whole = !leaves.is_empty();
    for child in &item.children {
        for mut leaf in line_leaves(source, child) {
            leaf.role = leaf.role.or(parent_is_whole.then_some(TargetRole::Component));
            leaves.push(leaf);
        }
    }
    if let Some(lead) = &item.lead {
        for leaf in leaves.iter_mut().filter(|leaf| is_short_name(&leaf.seed.name)) {
            leaf.seed.name = format!("{lead}: {}", name::lower_first(&leaf.seed.name));
        }
    }
    for leaf in &mut leaves {
        let changes = matches!(leaf.seed.comparator, Comparator::IncreaseBy | Comparator::DecreaseBy);
        if changes && leaf.seed.basis.is_none() {
            leaf.seed.basis = general.map(str::to_owned);
        }
    }
    leaves
}

/// Whether a name says too little without the line above it.
fn is_short_name(name: &str) -> bool {
    let folded = fold(name);
    name.split(' ').count() <= 6
        && !["ty le ", "so ", "tong ", "khong ", "giam ", "tang "].iter().any(|start| folded.starts_with(start))
}

/// The head of a line that speaks for all its clauses: what stands before the last colon before the first measure.
fn head(tokens: &[Token]) -> Option<usize> {
    let first = measure::measures(tokens).first().map_or(tokens.len(), |measure| measure.number);
    let colon = tokens[..first].iter().rposition(|token| token.is_mark(":"))?;
    let open = tokens[..colon].iter().filter(|token| token.is_mark("(")).count()
        > tokens[..colon].iter().filter(|token| token.is_mark(")")).count();
    (!open && colon + 1 < tokens.len() && colon > 0).then_some(colon)
}

/// The leaves of a line, sentence by sentence.
fn line_leaves(source: &Source, paragraph: &Paragraph) -> Vec<Leaf> {
    if let Some(label) = label(&paragraph.tokens) {
        let unlabelled = Paragraph { tokens: paragraph.tokens[label..].to_vec(), ..paragraph.clone() };
        let mut leaves = line_leaves(source, &unlabelled);
        for leaf in &mut leaves {
            leaf.seed.range = label + leaf.seed.range.start..label + leaf.seed.range.end;
        }
        return leaves;
    }
    let sentences = sentences(&paragraph.tokens);
    if sentences.len() < 2 {
        return sentence_leaves(source, paragraph);
    }
    let mut leaves = Vec::new();
    for (index, range) in sentences.into_iter().enumerate() {
        let tokens = paragraph.tokens[range.clone()].to_vec();
        let begin = if index == 0 {
            paragraph.begin
        } else {
            tokens.first().map_or(paragraph.begin, |first| (first.line, first.start))
        };
        for mut leaf in sentence_leaves(source, &Paragraph { marker: None, tokens, begin }) {
            // a sentence after the first is a target when it measures, or names a standing that is reached
            let judged = leaf.seed.comparator == Comparator::Achieve;
            if judged && (index > 0 || opens_with_ordinal(&paragraph.tokens)) && !names_standing(&leaf.seed.name) {
                continue;
            }
            leaf.seed.range = range.start + leaf.seed.range.start..range.start + leaf.seed.range.end;
            leaves.push(leaf);
        }
    }
    leaves
}

fn sentence_leaves(source: &Source, paragraph: &Paragraph) -> Vec<Leaf> {
    let tokens = &paragraph.tokens;
    // “Giảm tai nạn cả 3 mặt: số vụ, số người chết, …” is one statement
    let three = ["so vu", "nguoi chet", "bi thuong"].iter().all(|words| token::has(tokens, words));
    let colon = head(tokens).filter(|_| !three || !measure::measures(tokens).is_empty());
    let counted = measure::measures(tokens);
    // “Về kinh tế: …” says what is spoken of, not what is measured
    let topic = |text: &String| -> bool {
        let folded = fold(text);
        ["ve ", "linh vuc ", "doi voi ", "trong linh vuc ", "chi tieu", "noi dung"]
            .iter()
            .any(|start| folded.starts_with(start))
    };
    let head_text = colon.map(|colon| name::sentence(&tokens[..colon])).filter(|text| !topic(text));
    let from = colon.map_or(0, |colon| colon + 1);
    if is_about_the_paper(tokens) && measure::measures(tokens).is_empty() {
        return Vec::new();
    }
    let clauses = clause::clauses(&tokens[from..]);
    let single = clauses.len() == 1;
    let has_parts = clauses.iter().any(|clause| clause.link == Link::Part) || paragraph.ends_with(":");
    let structure = head_text.as_deref().is_some_and(|head| fold(head).starts_with("co cau"));
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut first_name: Option<String> = None;
    let first_verb = clauses
        .first()
        .and_then(|clause| leading_verb(&tokens[from + clause.range.start..from + clause.range.end]));
    for (index, clause) in clauses.iter().enumerate() {
        // the first clause may reach back over the colon: “Tổng đàn: 3.027 con”
        let own = from + clause.range.start..from + clause.range.end;
        let span = &tokens[own.clone()];
        // “số còn lại giải quyết đúng hạn”
        let rest = ["con lai", "so con lai", "cac truong hop con lai"];
        if measure::measures(span).is_empty() && rest.iter().any(|words| token::starts_at(span, 0, words).is_some())
        {
            continue;
        }
        let mut seeds = shape::seeds(
            span,
            own.start,
            head_text.as_deref().filter(|_| clause.link == Link::Own),
            first_name.as_deref(),
        );
        if let (Some(head), true) = (&head_text, index == 0) {
            // a qualitative line under a head keeps its own words
            for seed in seeds.iter_mut().filter(|seed| seed.name.is_empty()) {
                seed.name = head.clone();
            }
        }
        if let (true, Some(colon)) = (index == 0 && !structure, colon) {
            reread_with_head(tokens, colon, &own, &mut seeds);
        }
        // parts of a count take its unit
        for seed in seeds.iter_mut().filter(|seed| seed.unit.is_none() && seed.denominator.is_none()) {
            let whole = counted.iter().find(|one| own.contains(&one.number) && Some(one.value) == seed.value);
            seed.unit = whole.and_then(|one| one.unit.clone());
        }
        let role = role(&seeds, index, clause.link, has_parts, structure);
        for mut seed in seeds {
            let unnamed = !speaks(&seed.name);
            if unnamed {
                // nothing is left of the clause but its measure: its own words name it, or those of its container
                let Some(name) = spoken_name(span, head_text.as_deref(), first_name.as_deref()) else { continue };
                seed.name = name;
            }
            first_name.get_or_insert_with(|| seed.name.clone());
            seed.name = restored_name(span, &seed.name);
            seed.name =
                with_subject(&tokens[..own.start], &seed.name, first_name.as_deref(), first_verb.as_deref());
            seed.name = of_what(span, &seed, &first_name);
            if single {
                seed.range = 0..tokens.len();
            } else if index == 0 && !structure && seed.range.start == own.start {
                seed.range.start = 0;
            }
            let piece = &tokens[seed.range.clone()];
            let raw = if single { source.raw_paragraph(paragraph) } else { source.raw(piece) };
            let lines = span_lines(piece).unwrap_or_else(|| paragraph.lines());
            let confidence = confidence(&seed, piece).min(if unnamed { MOST_UNNAMED } else { 100 });
            leaves.push(Leaf { seed, role, lines, raw, confidence });
        }
    }
    leaves
}

/// `đạt 100 % chỉ tiêu tỉnh giao`: the name says what the share is of.
fn of_what(span: &[Token], seed: &Seed, first: &Option<String>) -> String {
    let share =
        seed.unit.as_deref() == Some("%") && seed.basis.as_deref().is_some_and(|of| of.starts_with("assigned"));
    let said = ["chi tieu", "ke hoach", "du toan"].iter().any(|words| fold(&seed.name).contains(words));
    let change = matches!(seed.comparator, Comparator::IncreaseBy | Comparator::DecreaseBy);
    match name::assigned(span).filter(|_| share && !said && !change && first.is_some()) {
        Some(range) => format!("{} so với {}", seed.name, name::lower_first(&token::text(&span[range]))),
        None => seed.name.clone(),
    }
}

/// The most that a leaf is trusted whose line names nothing.
const MOST_UNNAMED: u8 = 60;

/// Whether a name has a word in it.
fn speaks(name: &str) -> bool {
    name.chars().any(char::is_alphabetic)
}

/// A name for a clause of which nothing is left when its measure is taken out.
fn spoken_name(span: &[Token], head: Option<&str>, first: Option<&str>) -> Option<String> {
    let whole = name::upper_first(&name::phrase(span));
    let bare = name::upper_first(token::text(span).trim_matches(|c: char| !c.is_alphanumeric()));
    [Some(whole.as_str()), head, first, Some(bare.as_str())]
        .into_iter()
        .flatten()
        .find(|name| speaks(name))
        .map(str::to_owned)
}

/// The verb before the measure of a clause whose object follows it: “Giải quyết xong 100 % đơn …”.
fn leading_verb(tokens: &[Token]) -> Option<String> {
    let measure = measure::measures(tokens).into_iter().next()?;
    let before = &tokens[..measure.range.start];
    let object = tokens.len() > measure.range.end + 1;
    (object && (1..=4).contains(&before.len()) && !token::has(before, "ty le")).then(|| name::phrase(before))
}

/// A later clause without a subject or verb of its own takes those of the first.
fn with_subject(before: &[Token], own: &str, first: Option<&str>, verb: Option<&str>) -> String {
    let folded = fold(own);
    if let Some(subject) = first
        .and_then(|first| first.split(" hoàn thành ").next())
        .filter(|subject| folded.starts_with("duoc ") && subject.split(' ').count() <= 8)
    {
        return format!("{subject} {}", name::lower_first(own));
    }
    let joined = before.last().is_some_and(|token| token.is_word("va"));
    match (verb, own.strip_prefix("Tỷ lệ ")) {
        (Some(verb), Some(object)) if joined => format!("{verb} {object}"),
        _ => own.to_owned(),
    }
}

/// The comparator of the first clause can depend on the head: “Tỷ lệ hộ nghèo giảm …: 0,77 %”, “… đạt/vượt … tỉnh giao ≥ 100 %”.
fn reread_with_head(tokens: &[Token], colon: usize, own: &std::ops::Range<usize>, seeds: &mut [Seed]) {
    let whole = &tokens[..own.end];
    let [seed] = seeds else { return };
    if seed.value.is_none() || own.start > colon + 1 {
        return;
    }
    if let Some(again) = shape::seeds(whole, 0, None, None).into_iter().find(|again| again.value == seed.value) {
        seed.comparator = again.comparator;
        seed.basis = seed.basis.take().or(again.basis);
    }
}

fn role(seeds: &[Seed], index: usize, link: Link, has_parts: bool, structure: bool) -> Option<TargetRole> {
    let change = seeds
        .first()
        .is_some_and(|seed| matches!(seed.comparator, Comparator::IncreaseBy | Comparator::DecreaseBy));
    match (structure, link, index) {
        (true, _, _) => Some(TargetRole::Share),
        (false, Link::Part, _) => Some(TargetRole::Component),
        (false, Link::Own, 0) => has_parts.then_some(TargetRole::Total),
        (false, Link::Own, _) if change && index == 1 => Some(TargetRole::Growth),
        (false, Link::Own, _) => None,
    }
}

/// In a damaged line the dictionary's own name stands in for one that is nearly the same.
fn restored_name(span: &[Token], name: &str) -> String {
    if token::restored_percent(span) == 0 {
        return name.to_owned();
    }
    let suffix = [" tăng", " giảm"].iter().find(|suffix| name.ends_with(*suffix)).copied().unwrap_or_default();
    let stem = name.strip_suffix(suffix).unwrap_or(name);
    match dictionary::closest(stem) {
        Some((indicator, similarity))
            if similarity >= 860 && indicator.name.split(' ').count() == stem.split(' ').count() =>
        {
            format!("{}{suffix}", indicator.name)
        }
        _ => name.to_owned(),
    }
}

fn confidence(seed: &Seed, piece: &[Token]) -> u8 {
    let form = match seed.comparator {
        Comparator::Achieve | Comparator::Maintain | Comparator::NoneExists => 88,
        _ if seed.value.is_none() => 85,
        Comparator::Between if seed.qualifier.as_deref().is_some_and(|words| words.contains("ít")) => 75,
        _ if seed.unit.is_none() => 80,
        _ => 97,
    };
    let form = if seed.shared { form - 8 } else { form };
    super::header::confidence(piece, form)
}

fn direction(seed: &Seed) -> Direction {
    match seed.comparator {
        Comparator::Achieve | Comparator::Maintain | Comparator::NoneExists => Direction::Neither,
        Comparator::LessThan | Comparator::AtMost => Direction::Lower,
        Comparator::DecreaseBy => Direction::Lower,
        Comparator::IncreaseBy | Comparator::AtLeast | Comparator::MoreThan => dictionary::direction_of(&seed.name)
            .filter(|_| seed.comparator != Comparator::IncreaseBy)
            .unwrap_or(Direction::Higher),
        Comparator::Exactly | Comparator::Between | Comparator::About => {
            dictionary::direction_of(&seed.name).unwrap_or(Direction::Higher)
        }
    }
}

fn write(source: &Source, entry: Entry, count: usize, drafts: &mut Vec<TargetDraft>) {
    let Entry { lines, number, group, title, leaves, .. } = entry;
    let id = format!("T{count:02}");
    let several = leaves.len() > 1;
    let sure = leaves.iter().map(|leaf| leaf.confidence).min().unwrap_or(0);
    if several {
        drafts.push(TargetDraft {
            id: id.clone(),
            parent_id: None,
            number: number.clone(),
            group: group.clone(),
            name: title.unwrap_or_else(|| leaves[0].seed.name.clone()),
            raw: source.raw_lines(lines),
            lines,
            comparator: None,
            value: None,
            value_max: None,
            unit: None,
            basis: None,
            qualifier: None,
            direction: Direction::Neither,
            role: None,
            denominator: None,
            criterion: None,
            confidence: Confidence::percent(sure),
        });
    }
    for (index, leaf) in leaves.into_iter().enumerate() {
        let direction = direction(&leaf.seed);
        drafts.push(TargetDraft {
            id: if several { format!("{id}.{}", index + 1) } else { id.clone() },
            parent_id: several.then(|| id.clone()),
            number: number.clone(),
            group: group.clone(),
            name: leaf.seed.name,
            raw: leaf.raw,
            lines: leaf.lines,
            comparator: Some(leaf.seed.comparator),
            value: leaf.seed.value,
            value_max: leaf.seed.value_max,
            unit: leaf.seed.unit,
            basis: leaf.seed.basis,
            qualifier: leaf.seed.qualifier,
            direction,
            role: leaf.role,
            denominator: leaf.seed.denominator,
            criterion: leaf.seed.criterion,
            confidence: Confidence::percent(leaf.confidence),
        });
    }
}

/// A run of tokens as a name: without brackets and marks at its ends, with its first letter raised.
pub fn name_of(tokens: &[Token]) -> String {
    name::upper_first(&name::phrase(tokens))
}
