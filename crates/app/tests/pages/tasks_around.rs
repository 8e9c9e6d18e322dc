//! What the stories of tasks begin with: a commune with units below it, and people in them.

use crate::world::{Answer, Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_app::accounts::actions::{NewAccount, add};
use thidua_domain::access::Role;

pub struct Around {
    pub world: Arc<World>,
    pub own: Ids,
    pub office: Caller,
    pub head: Caller,
    pub village: String,
    pub other_village: String,
    pub front: String,
    pub villager: Caller,
    pub neighbour: Caller,
}

/// The fields of a form, encoded.
pub fn form(fields: &[(&str, &str)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs(fields);
    out.finish()
}

/// The identifier in the address one is sent to.
pub fn sent(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location.split(['/', '?']).nth(2).expect("an identifier").to_owned()
}

async fn unit(world: &Arc<World>, parent: &str, name: &str, head: &str) -> String {
    let admin = Caller::signed_in(world, "quan-tri").await;
    let added = admin.post("/units", &form(&[("parent_id", parent), ("name", name), ("head", head)])).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    world.app.store().unit_named(name).await.expect("read").expect("there").id
}

pub async fn account(world: &Arc<World>, unit: &str, login: &str, role: Role) -> Caller {
    let new = NewAccount {
        login: login.to_owned(),
        name: format!("Người của {login}"),
        role,
        unit_id: Some(unit.to_owned()),
    };
    let code = add(&world.app, world.app.system("thử"), new).await.expect("added");
    let mut caller = Caller::stranger(world);
    let password = ("password", "con duong lua chin");
    caller.post("/set-password", &form(&[("login", login), ("code", &code), password])).await;
    let inside = caller.post("/sign-in", &form(&[("login", login), password])).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER);
    caller.keep(&inside);
    caller
}

/// Two villages and the Front below a commune of the demo.
pub async fn around(short: &str, issuer: &str) -> Around {
    let world = world().await;
    let own = ids(&world, issuer).await;
    let village = unit(&world, &own.unit, "Thôn An Phú", "Nguyễn Văn Mẫu").await;
    let other_village = unit(&world, &own.unit, "Thôn Bình Yên", "Lê Thị Ví Dụ").await;
    let front = unit(&world, &own.unit, "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Trần Văn Thử").await;
    Around {
        office: Caller::signed_in(&world, &format!("{short}.thuongtruc")).await,
        head: Caller::signed_in(&world, &format!("{short}.thutruong")).await,
        villager: account(&world, &village, "anphu", Role::Reporter).await,
        neighbour: account(&world, &other_village, "binhyen", Role::Reporter).await,
        world,
        own,
        village,
        other_village,
        front,
    }
}

impl Around {
    /// A task in which all five are clear.
    pub async fn task(&self, lead: &str, more: &[(&str, &str)]) -> String {
        let mut fields = vec![
            ("movement", self.own.movement.as_str()),
            ("work", "Vận động 12 hộ hiến đất làm đường"),
            ("manner", "assignment"),
            ("lead", lead),
            ("responsibility", "Chịu trách nhiệm trước UBND xã"),
            ("due", "31/12/2099"),
            ("outcome", "12 hộ ký biên bản"),
            // stories of years that have passed
            ("passed", "yes"),
        ];
        for (name, value) in more {
            fields.retain(|(known, _)| known != name);
            fields.push((name, value));
        }
        sent(&self.office.post("/tasks", &form(&fields)).await)
    }

    pub async fn version(&self, task: &str) -> String {
        self.world.app.store().task(task).await.expect("read").expect("there").version.to_string()
    }

    pub async fn give(&self, who: &Caller, task: &str, to: &str, note: &str) -> Answer {
        let fields = [("version", &*self.version(task).await), ("to", to), ("note", note)];
        who.post(&format!("/tasks/{task}/give"), &form(&fields)).await
    }

    pub async fn answer(&self, who: &Caller, task: &str, to: &str, note: &str) -> Answer {
        let fields = [("version", &*self.version(task).await), ("to", to), ("note", note)];
        who.post(&format!("/tasks/{task}/answer"), &form(&fields)).await
    }
}
