//! Adding a nomination: an award, and a person of the register, a collective or a name.

use super::judging;
use super::labels;
use super::scene::{self, Scene, invalid};
use super::words::{Words, words};
use super::{facts, law, round};
use crate::App;
use crate::awards::labels as award_labels;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::{Came, FormView};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use std::collections::HashMap;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::awards::pack::Award;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::nominations::{Occasion, State as Standing};
use thidua_domain::people::{Category, Person, PersonKind, Sex};
use thidua_store::nominations::{Judged, Nomination, Nominee};
use thidua_store::people::{AskedPeople, Within};

/// The choice of a name without a record.
const NAME_ONLY: &str = "none";
/// People of one name that are offered.
const OFFERED: usize = 20;

/// People of the units that somebody writes for, with exactly this name.
async fn alike(app: &App, scene: &Scene, name: &str) -> Result<Vec<(Person, String)>, Refusal> {
    if name.trim().is_empty() {
        return Ok(Vec::new());
    }
    let branches = scene.writes.iter().map(|unit| unit.id.clone()).collect();
    let within = Within::Units { branches, alone: Vec::new() };
    let asked = AskedPeople { within, words: name.to_owned(), category: None, kind: None, standing: None };
    let (found, _) = app.store.find_people(&asked, 0, OFFERED).await?;
    let same = |one: &Person| fold(&one.name) == fold(name.trim()) && one.merged_into.is_none();
    let found: Vec<Person> = found.into_iter().filter(same).collect();
    let units: Vec<String> = found.iter().filter_map(|one| one.post.unit_id.clone()).collect();
    let names = crate::office::reach::names(app, units.iter()).await?;
    let unit = |one: &Person| one.post.unit_id.as_ref().and_then(|id| names.get(id)).cloned().unwrap_or_default();
    Ok(found.into_iter().map(|one| (unit(&one), one)).map(|(unit, one)| (one, unit)).collect())
}

/// The fields; `name` is the one that stands in the form, whose records are offered.
pub(super) async fn fields(app: &App, scene: &Scene, name: &str, w: &'static Words) -> Result<Vec<Field>, Refusal> {
    let day = scene.law_day(None);
    let awards = law::rules(&scene.law, day).map(|rules| rules.awards.as_slice()).unwrap_or_default();
    let list = awards.iter().map(|award| (award.code.clone(), award.name.name.clone())).collect();
    let mut fields = Vec::new();
    if scene.writes.len() > 1 {
        let units = scene.writes.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
        fields.push(Field::new("unit", w.for_unit, Input::List(units), scene.writes[0].id.clone()));
    }
    fields.push(Field::new("award", w.award, Input::List(list), ""));
    fields.push(Field::new("name", w.person, Input::Line, "").hint(w.person_hint));
    let people = alike(app, scene, name).await?;
    if !people.is_empty() {
        let label = |(one, unit): &(Person, String)| {
            let parts = [one.name.clone(), one.birth(), one.post.title.clone().unwrap_or_default(), unit.clone()];
            (one.id.clone(), parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
        };
        let mut choices: Vec<(String, String)> = vec![(String::new(), String::new())];
        choices.extend(people.iter().map(label));
        choices.push((NAME_ONLY.to_owned(), w.person_none.to_owned()));
        fields.push(Field::new("person", w.person_which, Input::List(choices), ""));
    }
    fields.push(Field::new(
        "kind",
        w.name_kind,
        Input::Choice(vec![("individual", w.kind_individual), ("household", w.kind_household)]),
        "individual",
    ));
    let mut units = vec![(String::new(), w.no_collective.to_owned())];
    units.extend(scene.writes.iter().map(|unit| (unit.id.clone(), unit.name.clone())));
    for own in &scene.writes {
        if own.id == scene.authority.id {
            continue;
        }
        for below in crate::office::reach::below(app, &own.id, scene.today).await? {
            if !units.iter().any(|(id, _)| *id == below.id) {
                units.push((below.id, below.name));
            }
        }
    }
    fields.push(Field::new("collective", w.collective, Input::List(units), ""));
    fields.push(Field::new("merit", w.merit, Input::Text, "").hint(w.merit_hint));
    if scene.round.occasion == Occasion::Sudden {
        fields.push(Field::new("achieved_on", w.achieved_on, Input::Day, ""));
    }
    fields.push(Field::new("influence", w.influence, Input::Choice(labels::influences(w)), ""));
    Ok(placed(fields, "add"))
}

/// Who is meant; what is wrong stays with the reader.
async fn nominee(
    app: &App,
    scene: &Scene,
    reader: &mut Reader<'_>,
    award: Option<&Award>,
    unit_id: &str,
    w: &'static Words,
) -> Result<Option<Nominee>, Refusal> {
    let typed = reader.name("name");
    let collective = reader.text("collective");
    if let Some(id) = collective {
        let Some(unit) = app.store.unit(&id).await?.filter(|_| typed.is_none()) else {
            reader.problem("name", w.who_needed);
            return Ok(None);
        };
        // the unit itself, or one of its own parts
        let path = app.store.path_ids(&unit.id).await?;
        if !path.iter().any(|above| above == unit_id) {
            reader.problem("collective", w.other_unit);
            return Ok(None);
        }
        let above = match unit.parent_id.as_deref() {
            Some(parent) => app.store.unit(parent).await?.map(|unit| unit.name).unwrap_or_default(),
            None => String::new(),
        };
        return Ok(Some(Nominee {
            kind: SubjectKind::Collective,
            person_id: None,
            unit_id: Some(unit.id),
            name: unit.name,
            post: None,
            of_unit: above,
            category: Some(Category::Collective.code().to_owned()),
            leader: None,
            female: None,
        }));
    }
    let Some(name) = typed else {
        reader.problem("name", w.who_needed);
        return Ok(None);
    };
    let people = alike(app, scene, &name).await?;
    let chosen = reader.text("person");
    let person = match (people.as_slice(), chosen.as_deref()) {
        (_, Some(NAME_ONLY)) | ([], _) => None,
        ([only], None) => Some(only.clone()),
        (several, Some(id)) => match several.iter().find(|(one, _)| one.id == id) {
            Some(found) => Some(found.clone()),
            None => {
                reader.problem("person", w.person_which);
                return Ok(None);
            }
        },
        (_, None) => {
            reader.problem("person", w.person_which);
            return Ok(None);
        }
    };
    let own = scene.unit(unit_id);
    let Some((person, of_unit)) = person else {
        let household = reader.text("kind").as_deref() == Some("household")
            || award.is_some_and(|award| !award.subjects.contains(&SubjectKind::Individual));
        return Ok(Some(Nominee {
            kind: if household { SubjectKind::Household } else { SubjectKind::Individual },
            person_id: None,
            unit_id: None,
            name,
            post: None,
            of_unit: own,
            category: None,
            leader: None,
            female: None,
        }));
    };
    if let Some(id) = &person.post.unit_id
        && !app.store.path_ids(id).await?.iter().any(|above| above == unit_id)
    {
        reader.problem("name", w.other_unit);
        return Ok(None);
    }
    Ok(Some(Nominee {
        kind: match person.kind {
            PersonKind::Individual => SubjectKind::Individual,
            PersonKind::Household => SubjectKind::Household,
            PersonKind::Collective => SubjectKind::Collective,
        },
        unit_id: None,
        name: person.name.clone(),
        post: person.post.title.clone(),
        of_unit: if of_unit.is_empty() { own } else { of_unit },
        category: Some(person.post.category.code().to_owned()),
        leader: Some(person.post.leader),
        female: person.sex.map(|sex| sex == Sex::Female),
        person_id: Some(person.id),
    }))
}

/// `POST /award-rounds/{id}/nominations`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let mut scene = scene::scene(&app, &visitor, &id).await?;
    if scene.writes.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    scene.require_open()?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    // the first is the one that the form shows chosen
    let chosen = |code: &str| scene.writes.iter().find(|unit| unit.id == code).map(|unit| unit.id.clone());
    let unit = reader.code("unit", chosen).unwrap_or_else(|| scene.writes[0].id.clone());
    let day = scene.law_day(None);
    let law = scene.law.clone();
    let award = reader.code("award", |code| law::award(&law, day, code));
    if award.is_none() {
        reader.required("award");
    }
    let who = nominee(&app, &scene, &mut reader, award, &unit, w).await?;
    let merit = reader.required("merit");
    let achieved_on = reader.day("achieved_on");
    if scene.round.occasion == Occasion::Sudden && achieved_on.is_none() {
        reader.required("achieved_on");
    }
    let influence = reader.code("influence", |code| {
        labels::influences(w).iter().any(|(known, _)| *known == code).then(|| code.to_owned())
    });
    let author = visitor.author((app.clock)());
    let it = match (award, who) {
        (Some(award), Some(nominee)) => {
            if !award.subjects.contains(&nominee.kind) {
                let whom = award_labels::whom(award, language);
                reader.problem(
                    "award",
                    w.wrong_subject.replace("{award}", &award.name.name).replace("{whom}", &whom.to_lowercase()),
                );
            }
            let place = scene.all.iter().map(|one| one.place).max().unwrap_or(0) + 1;
            Some(Nomination {
                id: String::new(),
                round_id: scene.round.id.clone(),
                unit_id: unit.clone(),
                award: award.code.clone(),
                award_name: award.name.name.clone(),
                nominee,
                merit,
                report: None,
                influence,
                achieved_on,
                state: Standing::Draft,
                supplements: 0,
                received_on: None,
                downgraded_from: None,
                judged: None,
                selection: None,
                place,
                illustrative: scene.round.illustrative,
                version: 0,
                account_id: author.account_id.clone(),
                account_name: author.name.clone(),
                written_at: author.at,
            })
        }
        _ => None,
    };
    if let Some(it) = &it
        && scene
            .all
            .iter()
            .any(|other| other.award == it.award && facts::same(other, it) && other.state != Standing::Withdrawn)
    {
        let says = w.twice.replace("{name}", &it.nominee.name).replace("{award}", &it.award_name);
        reader.problem("name", says);
    } else if let Some(it) = it.as_ref().filter(|it| scene.voted_down(it)) {
        let says = w.voted_down.replace("{name}", &it.nominee.name).replace("{award}", &it.award_name);
        reader.problem("name", says);
    }
    let (true, Some(mut it)) = (reader.fine(), it) else {
        let typed = sent.typed.get("name").cloned().unwrap_or_default();
        let fields = fields(&app, &scene, &typed, w).await?;
        let form = FormView::new(format!("/award-rounds/{id}/nominations"), 0, fields, w.add);
        return round::render(&app, &caller, &scene, Some(form.back(reader, Came::Refused)), None).await;
    };
    let change = app.store.change(author).await?;
    // the title of which this one's ratio is taken comes along
    if let Some(below) = title_below(&scene, &scene.all, &it) {
        let along = Nomination { id: change.new_id(), ..below };
        change.write_nomination(&along).await?;
        scene.full.push(along.clone());
        scene.all.push(along);
        it.place += 1;
    }
    it.id = change.new_id();
    change.write_nomination(&it).await?;
    scene.full.push(it.clone());
    scene.all.push(it.clone());
    let detail = format!("{}: {}", it.nominee.name, it.award_name);
    change.commit(scene.entry("nomination.added", &it.id, detail)).await?;
    rejudge(&app, &scene, &visitor, &it).await?;
    go(format!("/nominations/{}?done=saved", it.id))
}

/// The title of which the ratio of this one is taken, for the same nominee, where nothing among these is it.
pub(super) fn title_below(scene: &Scene, among: &[Nomination], it: &Nomination) -> Option<Nomination> {
    let day = scene.law_day(None);
    let award = law::award(&scene.law, day, &it.award)?;
    let below = law::award(&scene.law, day, &award.of)?;
    let there = |other: &Nomination| {
        other.award == below.code && facts::same(other, it) && other.state != Standing::Withdrawn
    };
    (below.subjects.contains(&it.nominee.kind) && !among.iter().any(there)).then(|| Nomination {
        award: below.code.clone(),
        award_name: below.name.name.clone(),
        ..it.clone()
    })
}

/// Judges again what waits for a decision in a round, so that nothing is decided on an answer of yesterday; when something is
/// about to be issued, a title below has to be there or come with it.
pub(crate) async fn judge_round(
    app: &App,
    visitor: &Visitor,
    round_id: &str,
    issuing: bool,
) -> Result<(), Refusal> {
    let mut scene = scene::scene(app, visitor, round_id).await?;
    scene.issuing = issuing;
    let waits = |one: &Nomination| matches!(one.state, Standing::Appraisal | Standing::Voted | Standing::Deciding);
    let before: HashMap<String, Option<Judged>> =
        scene.all.iter().filter(|one| waits(one)).map(|one| (one.id.clone(), one.judged.clone())).collect();
    let mut answers = judging::judge_some(app, &mut scene, |one| before.contains_key(&one.id)).await?;
    let stays = |id: &str, kept: &Judged| {
        before.get(id).and_then(Option::as_ref).is_some_and(|before| {
            let rests_on = judging::kept_initiatives(before);
            before.verdict == kept.verdict && (rests_on.is_none() || rests_on == judging::kept_initiatives(kept))
        })
    };
    answers.retain(|(id, kept)| !stays(id, kept));
    let detail = format!("{}: {}", scene.round.name, answers.len());
    judging::keep_all(app, visitor.author((app.clock)()), &scene, &answers, round_id, detail).await
}

/// Judges all nominations of one nominee in a round, and keeps the answers.
pub(super) async fn rejudge(app: &App, scene: &Scene, visitor: &Visitor, it: &Nomination) -> Result<(), Refusal> {
    let mut answers = Vec::new();
    for one in scene.all.iter().filter(|one| facts::same(one, it) && !one.state.is_over()) {
        match judging::judged(app, scene, one).await? {
            Ok(judgement) => answers.push((one.id.clone(), judging::kept(&judgement)?)),
            Err(problem) => {
                let says = problem.says();
                return Err(invalid(|_| says.in_language(Language::Vietnamese).to_owned()));
            }
        }
    }
    let aw = crate::awards::words::words(Language::Vietnamese);
    let verdicts: Vec<&str> = answers
        .iter()
        .filter_map(|(_, kept)| Verdict::from_code(&kept.verdict))
        .map(|verdict| award_labels::verdict(verdict, aw).1)
        .collect();
    let detail = format!("{}: {}", it.nominee.name, verdicts.join(", "));
    judging::keep_all(app, visitor.author((app.clock)()), scene, &answers, &it.id, detail).await
}
