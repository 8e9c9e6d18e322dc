//! Targets: from the lines of a plan's list to measured leaves and the containers of compound lines.

mod bracket;
mod called;
mod clause;
mod drafted;
mod measure;
mod name;
mod news;
mod past;
mod promise;
mod sentence;
mod shape;
mod subjects;
mod tabled;
mod zone;

use super::header::Sets;
use super::outline::Outline;
use super::paragraph::{Paragraph, span_lines};
use super::source::Source;
use super::table::Table;
use super::token::{self, Token};
use called::{leading_verb, of_what, restored_name, spoken_name, with_subject};
use clause::Link;
use drafted::write;
pub(super) use measure::{Measure, measures};
pub(super) use sentence::sentences;
use sentence::{is_about_the_paper, is_title, label, names_standing, opens_with_ordinal};
use shape::Seed;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{Lines, TargetDraft, TargetRole};
use thidua_domain::targets::Comparator;

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

/// So many measured lines below a heading of general aims make them a list of targets.
const MEASURED_AIMS: usize = 4;

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
                item.paragraph.marker.is_some() || !past::tells_the_past(&item.paragraph.tokens, year)
            });
            let general = items.iter().find_map(|item| general_basis(&item.paragraph.tokens));
            let lists = |group: Option<&str>| {
                let own = || {
                    items.iter().filter(|item| item.group.as_deref() == group && item.paragraph.marker.is_some())
                };
                let measured = own().filter(|item| !measure::measures(&item.paragraph.tokens).is_empty()).count();
                measured >= MEASURED_AIMS && measured * 2 > own().count()
            };
            for item in &items {
                let mut own = entry(source, item, general.as_deref());
                own.leaves
                    .retain(|leaf| !past::tells_a_year_before(&item.paragraph.tokens, leaf.seed.range.start, year));
                // aims in general words are what the targets serve, unless they are a list of measures themselves
                let group = item.group.as_deref();
                let general = is_general_aim(&heading) || group.is_some_and(|group| is_general_aim(&fold(group)));
                if general && !lists(group) {
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
    let colon = head(&item.paragraph.tokens, &measure::measures(&item.paragraph.tokens));
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
fn head(tokens: &[Token], measures: &[measure::Measure]) -> Option<usize> {
    let first = measures.first().map_or(tokens.len(), |measure| measure.number);
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
            let titled = index == 0 && paragraph.marker.is_some() && is_title(&paragraph.tokens[range.clone()]);
            let leads = index > 0 || titled || opens_with_ordinal(&paragraph.tokens);
            if judged && leads && !names_standing(&leaf.seed.name) {
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
    let counted = measure::measures(tokens);
    let colon = head(tokens, &counted).filter(|_| !three || !counted.is_empty());
    // “Về kinh tế: …” says what is spoken of, not what is measured
    let topic = |text: &String| -> bool {
        let folded = fold(text);
        ["ve ", "linh vuc ", "doi voi ", "trong linh vuc ", "chi tieu", "noi dung"]
            .iter()
            .any(|start| folded.starts_with(start))
    };
    let head_text = colon.map(|colon| name::sentence(&tokens[..colon])).filter(|text| !topic(text));
    let from = colon.map_or(0, |colon| colon + 1);
    if counted.is_empty() && is_about_the_paper(tokens) {
        return Vec::new();
    }
    let clauses = clause::clauses(&tokens[from..]);
    let single = clauses.len() == 1;
    let has_parts = clauses.iter().any(|clause| clause.link == Link::Part) || paragraph.ends_with(":");
    let structure = head_text.as_deref().is_some_and(|head| fold(head).starts_with("co cau"));
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut first_name: Option<String> = None;
    let mut falling: Option<Comparator> = None;
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
        share_direction(span, index, &mut seeds, &mut falling);
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

/// The most that a leaf is trusted whose line names nothing.
const MOST_UNNAMED: u8 = 60;

/// Whether a name has a word in it.
fn speaks(name: &str) -> bool {
    name.chars().any(char::is_alphabetic)
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

/// `giảm ít nhất 5 % số vụ, 10 % số người chết`: what follows falls or rises too.
fn share_direction(span: &[Token], index: usize, seeds: &mut [Seed], falling: &mut Option<Comparator>) {
    let Some(measure) = measure::measures(span).into_iter().next() else { return };
    let [seed] = seeds else { return };
    if index == 0 {
        let changes = matches!(seed.comparator, Comparator::DecreaseBy | Comparator::IncreaseBy);
        *falling = Some(seed.comparator).filter(|_| changes && seed.unit.as_deref() == Some("%"));
    }
    let of_a_number = measure.range.start == 0 && span.get(measure.range.end).is_some_and(|next| next.says("số"));
    if let (Some(comparator), true, Comparator::Exactly | Comparator::AtLeast) =
        (*falling, index > 0 && of_a_number && measure.unit.as_deref() == Some("%"), seed.comparator)
    {
        seed.comparator = comparator;
        if let Some(name) = seed.name.strip_prefix("Tỷ lệ ") {
            seed.name = name::upper_first(&format!("số {}", name.trim_start_matches("số ")));
        }
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

/// A run of tokens as a name: without brackets and marks at its ends, with its first letter raised.
pub fn name_of(tokens: &[Token]) -> String {
    name::upper_first(&name::phrase(tokens))
}
