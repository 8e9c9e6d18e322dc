//! Templates of the measurement: what is filled, and filling without the command line around it.
//!
//! `templates make FOLDER DOCUMENTS ROWS` writes the same report as a template of docxtpl (also read by us) and of
//! docxtemplater, and the data. `templates fill TEMPLATE LIST.json FOLDER` fills on one thread.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use thidua_paper::template::{Template, Value};
use thidua_paper::write::document::{Align, Block, Column, OfficialDocument, Row, Run, Signature, Table};
use thidua_paper::write::to_docx;

const COLUMNS: [(&str, &str, u32, Align); 7] = [
    ("TT", "stt", 2, Align::Center),
    ("Họ và tên", "ho_ten", 8, Align::Left),
    ("Chức vụ, đơn vị", "don_vi", 8, Align::Left),
    ("Danh hiệu", "danh_hieu", 8, Align::Left),
    ("Thành tích", "thanh_tich", 12, Align::Left),
    ("Số quyết định", "so_quyet_dinh", 6, Align::Left),
    ("Tiền (đồng)", "tien", 5, Align::Right),
];

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", folder, documents, rows] => make(folder.as_ref(), documents.parse()?, rows.parse()?),
        ["fill", template, list, folder] => fill(template.as_ref(), list.as_ref(), folder.as_ref()),
        _ => Err("make FOLDER DOCUMENTS ROWS, or fill TEMPLATE LIST.json FOLDER".into()),
    }
}

fn fill(template: &Path, list: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let template = Template::read(&fs::read(template)?).map_err(|problems| format!("{problems:?}"))?;
    fs::create_dir_all(folder)?;
    let list = fs::read_to_string(list)?;
    let records: Vec<&serde_json::value::RawValue> = serde_json::from_str(&list)?;
    for (at, record) in records.iter().enumerate() {
        let data = Value::from_json(record.get())?;
        fs::write(folder.join(format!("{:04}.docx", at + 1)), template.fill(&data)?)?;
    }
    Ok(())
}

/// The report of one unit; `row` gives the rows that repeat.
fn report(field: fn(&str) -> String, rows: Vec<Row>) -> OfficialDocument {
    let said = |name: &str| field(name);
    let columns = COLUMNS.map(|(title, _, share, align)| Column::new(title, share, align)).to_vec();
    let mut blocks: Vec<Block> = (1..=6)
        .map(|at| {
            Block::paragraph(format!("{at}. Đơn vị {} báo cáo: {}", said("co_quan"), said(&format!("doan_{at}"))))
        })
        .collect();
    blocks.push(Block::Paragraph { runs: vec![Run::bold("Tổng số: "), Run::plain(said("tong_so"))] });
    blocks.push(Block::Table(Table { caption: None, columns, rows, landscape: false }));
    OfficialDocument {
        parent_authority: None,
        issuer: "Ủy ban nhân dân tỉnh Ví Dụ".into(),
        number_symbol: Some(said("so_ky_hieu")),
        symbol_hint: None,
        place: Some("Ví Dụ".into()),
        date: None,
        kind: "BÁO CÁO".into(),
        subject: format!("Kết quả khen thưởng của {}", said("co_quan")),
        addressees: Vec::new(),
        blocks,
        signature: Signature { authority_form: None, post: "Chủ tịch".into(), name: Some(said("nguoi_ky")) },
        recipients: vec!["Như trên".into()],
        mark: None,
        form_label: None,
        unnumbered: false,
        landscape: false,
        co_signature: None,
        slips: None,
    }
}

fn make(folder: &Path, documents: usize, rows: usize) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let names = COLUMNS.map(|(_, name, ..)| name);
    let alone = |tag: &str| {
        Row::cells(std::iter::once(tag.to_owned()).chain(std::iter::repeat_n(String::new(), names.len() - 1)))
    };
    let values = Row::cells(names.map(|name| format!("{{{{ d.{name} }}}}")));
    let ours = vec![alone("{%tr for d in danh_sach %}"), values, alone("{%tr endfor %}")];
    fs::write(folder.join("template.docx"), to_docx(&report(|name| format!("{{{{ {name} }}}}"), ours))?)?;
    let last = names.len() - 1;
    let values = (0..names.len()).map(|at| {
        let (open, close) =
            (if at == 0 { "{#danh_sach}" } else { "" }, if at == last { "{/danh_sach}" } else { "" });
        format!("{open}{{{}}}{close}", names[at])
    });
    fs::write(
        folder.join("docxtemplater.docx"),
        to_docx(&report(|name| format!("{{{name}}}"), vec![Row::cells(values)]))?,
    )?;
    let mut list = String::from("[");
    for document in 0..documents {
        let _ = write!(
            list,
            "{}{{\"co_quan\":\"Xã số {document} & <bạn>\",\"so_ky_hieu\":\"{document}/BC-UBND\",\"nguoi_ky\":\"Nguyễn Văn {document}\",\"tong_so\":{rows}",
            if document == 0 { "" } else { "," }
        );
        for at in 1..=6 {
            let _ = write!(
                list,
                ",\"doan_{at}\":\"Nội dung đoạn {at} của xã số {document}, thực hiện nhiệm vụ được giao, đạt {at}{document} phần trăm kế hoạch năm\""
            );
        }
        list.push_str(",\"danh_sach\":[");
        for row in 0..rows {
            let unlike = document * 7919 + row * 104_729;
            let _ = write!(
                list,
                "{}{{\"stt\":{},\"ho_ten\":\"Nguyễn Thị Ngọc {unlike}\",\"don_vi\":\"Trưởng thôn số {}, xã số {document}\",\"danh_hieu\":\"Chiến sĩ thi đua cơ sở\",\
                \"thanh_tich\":\"Vận động {} hộ hiến {} m² đất làm đường giao thông nông thôn\",\"so_quyet_dinh\":\"{}/QĐ-UBND\",\"tien\":\"{}.000\"}}",
                if row == 0 { "" } else { "," },
                row + 1,
                unlike % 17,
                unlike % 93,
                unlike % 1_733,
                unlike % 2_000,
                unlike % 9_000,
            );
        }
        list.push_str("]}");
    }
    list.push(']');
    fs::write(folder.join("list.json"), list)?;
    Ok(())
}
