//! What the list of forms says: headings of menus, and why data cannot be read.

use super::entry::{Menu, Says};

/// Stands on every page of what was invented.
pub(super) const ILLUSTRATIVE: &str = "SỐ LIỆU MINH HỌA";

/// Before the articles of a decision.
pub(super) const DECIDES: &str = "QUYẾT ĐỊNH:";

pub(super) fn article(number: usize) -> String {
    format!("Điều {number}. ")
}

pub(super) fn menu(menu: Menu) -> Says {
    match menu {
        Menu::Movement => Says { vi: "Phong trào thi đua", en: "Emulation movements" },
        Menu::Report => Says { vi: "Báo cáo, sơ kết, tổng kết", en: "Reports and reviews" },
        Menu::Inspection => Says { vi: "Kiểm tra", en: "Inspections" },
        Menu::Nomination => Says { vi: "Đề nghị khen thưởng", en: "Nominations" },
        Menu::Council => Says { vi: "Hội đồng Thi đua - Khen thưởng", en: "Council" },
        Menu::Commendation => Says { vi: "Quyết định, trao thưởng", en: "Decisions and ceremonies" },
        Menu::Statistics => Says { vi: "Thống kê", en: "Statistics" },
    }
}

pub(super) fn too_large(limit: usize) -> [String; 2] {
    let limit = limit / 1024 / 1024;
    [
        format!("Dữ liệu lớn hơn {limit} MB. Hãy chia thành nhiều văn bản."),
        format!("The data are larger than {limit} MB. Divide them into several documents."),
    ]
}

pub(super) fn not_json(line: usize, column: usize) -> [String; 2] {
    [
        format!(
            "Không phải JSON đúng cú pháp ở dòng {line}, cột {column}. Kiểm tra dấu phẩy, ngoặc và dấu nháy ở chỗ đó."
        ),
        format!(
            "Not valid JSON at line {line}, column {column}. Check commas, brackets and quotation marks there."
        ),
    ]
}

pub(super) fn missing(field: &str) -> [String; 2] {
    [format!("Thiếu trường “{field}”. Hãy thêm trường này."), format!("The field “{field}” is missing. Add it.")]
}

pub(super) fn unknown(name: &str, known: &str) -> [String; 2] {
    [
        format!("Không có trường hoặc lựa chọn “{name}”. Dùng một trong: {known}."),
        format!("There is no field or choice “{name}”. Use one of: {known}."),
    ]
}

pub(super) fn other_kind(found: &str, expected: &str) -> [String; 2] {
    [
        format!("Ở đây cần {}, nhưng đang là {}. Hãy sửa giá trị.", expected_vi(expected), found_vi(found)),
        format!("{} is needed here, not {found}. Mend the value.", expected_en(expected)),
    ]
}

pub(super) fn otherwise(message: &str) -> [String; 2] {
    [
        format!("Giá trị không dùng được ({message}). Hãy sửa giá trị."),
        format!("The value cannot be used: {message}."),
    ]
}

fn expected_en(expected: &str) -> &str {
    if expected.starts_with("struct ") { "a group of fields { … }" } else { expected }
}

fn expected_vi(expected: &str) -> String {
    let whole = ["u8", "u16", "u32", "u64", "usize"];
    match expected {
        "a string" => "chuỗi chữ trong dấu nháy".into(),
        "a boolean" => "true hoặc false".into(),
        "a sequence" => "danh sách [ … ]".into(),
        "i32" | "i64" => "số nguyên".into(),
        number if whole.contains(&number) => "số nguyên không âm".into(),
        shape if shape.starts_with("struct ") => "nhóm trường { … }".into(),
        tuple if tuple.starts_with("a tuple") || tuple.starts_with("tuple") => "danh sách [ … ] đủ phần tử".into(),
        other => other.into(),
    }
}

fn found_vi(found: &str) -> String {
    let (kind, value) = found.split_once(' ').unwrap_or((found, ""));
    match kind {
        "null" => "null".into(),
        "map" => "nhóm trường { … }".into(),
        "sequence" => "danh sách [ … ]".into(),
        "string" => format!("chuỗi {value}"),
        "integer" | "floating" | "boolean" => value.trim_start_matches("point ").into(),
        _ => found.into(),
    }
}
