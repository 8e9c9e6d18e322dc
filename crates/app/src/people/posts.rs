//! The forms of posts: a new main post from a day, one held beside, a former one written down later; ending one.

use super::actions::{self, PostManner, person_for};
use super::labels;
use super::reach::{Named, unit_named};
use super::record::{Marked, render};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::people::{Category, Person, Post};

pub(super) async fn fields(app: &App, w: &'static Words, person: &Person) -> Result<Vec<Field>, Refusal> {
    let unit = match &person.post.unit_id {
        Some(id) => app.store.unit(id).await?.map(|unit| unit.name).unwrap_or_default(),
        None => String::new(),
    };
    let manners = vec![("main", w.post_main), ("beside", w.post_also), ("former", w.post_former)];
    let category = Input::Choice(labels::categories(w));
    Ok(vec![
        Field::new("how", w.post_how, Input::Choice(manners), "main"),
        Field::new("post_title", w.title, Input::Line, ""),
        Field::new("post_unit", w.unit, Input::Line, unit).hint(w.in_unit_hint),
        Field::new("post_category", w.category, category, person.post.category.code()),
        Field::new("post_leader", w.is_leader, Input::Tick, if person.post.leader { "yes" } else { "" }),
        Field::new("post_from", w.since, Input::Day, ""),
        Field::new("post_to", w.to, Input::Day, ""),
        Field::new("post_document", w.document, Input::Line, ""),
    ])
}

fn manner(code: &str) -> Option<PostManner> {
    Some(match code {
        "main" => PostManner::Main,
        "beside" => PostManner::Beside,
        "former" => PostManner::Former,
        _ => return None,
    })
}

/// `POST /people/{id}/posts`.
pub(crate) async fn record_post(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let (w, c) = (words(caller.preferences.language), crate::face::words::words(caller.preferences.language));
    let seen = crate::face::forms::seen(&typed);
    let mut reader = Reader::new(&typed, c);
    let how = reader.code("how", manner).unwrap_or(PostManner::Main);
    let unit = reader.required("post_unit");
    let mut post = Post {
        unit_id: None,
        title: reader.text("post_title"),
        leader: reader.tick("post_leader"),
        category: reader.code("post_category", Category::from_code).unwrap_or(person.post.category),
        from: reader.day("post_from"),
        to: reader.day("post_to"),
        document: reader.text("post_document"),
    };
    // a former post may have been anywhere; a present one is given where this person keeps people
    let act = if how == PostManner::Former { Act::Look } else { Act::ManagePeople };
    if !unit.is_empty() {
        match unit_named(&app, &visitor, act, &unit).await? {
            Named::One(unit) => post.unit_id = Some(unit.id),
            Named::Unknown => reader.problem("post_unit", w.unit_unknown),
            Named::Several(names) => {
                reader.problem("post_unit", format!("{} {}.", w.unit_several, names.join("; ")));
            }
        }
    }
    if !post.category.fits(person.kind) {
        reader.problem("post_category", w.category_misfit);
    }
    if how == PostManner::Main && post.from.is_none() && !reader.problems.contains_key("post_from") {
        reader.problem("post_from", w.post_from_needed);
    }
    if how == PostManner::Former && post.to.is_none() && !reader.problems.contains_key("post_to") {
        reader.problem("post_to", w.post_to_needed);
    }
    let before_present =
        how == PostManner::Main && person.post.from.zip(post.from).is_some_and(|(is, new)| new <= is);
    if before_present || post.from.zip(post.to).is_some_and(|(from, to)| to < from) {
        reader.problem(if before_present { "post_from" } else { "post_to" }, w.days_order);
    }
    if !reader.fine() {
        let fields = reader.mark(fields(&app, w, &person).await?);
        return render(&app, &caller, &visitor, person, Some(Marked::Post(fields))).await;
    }
    actions::record_post(&app, visitor.author((app.clock)()), &person, &post, how, seen).await?;
    go(format!("/people/{id}?done=saved"))
}

/// `POST /people/{id}/posts/{post}`: ends a post held beside the main one.
pub(crate) async fn end_post(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, post)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let Some(last) = reader.day("last") else {
        let says = |language| words(language).last_day_needed;
        return Err(Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English))));
    };
    let ids = app.store.same_person(&person.id).await?;
    let kept = app.store.posts_of(&ids).await?.into_iter().find(|kept| kept.id == post).ok_or(Refusal::NotFound)?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.end_post(&kept.person_id, &post, last).await?;
    change.commit(actions::entry("person.post-ended", &person, Some(person.name.clone()))).await?;
    go(format!("/people/{id}?done=saved"))
}
