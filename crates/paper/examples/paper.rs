//! Every page that the product prints, as pictures in a folder: forms from their examples, certificates in their designs.
//! `cargo x paper` calls it and compares two such folders.

use std::error::Error;
use std::fs;
use std::path::Path;
use thidua_paper::certificate::{Calibration, Certificate, Design, Field, Onto, test_sheet};
use thidua_paper::{certificate, forms, write};

/// Pixels across.
const WIDTH: u16 = 900;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder is wanted")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for form in forms::all() {
        for example in form.examples {
            let name = format!("{}-{}", form.code, example.name);
            keep(folder, &name, write::to_pdf(&(example.fill)().document)?)?;
        }
    }
    for code in Design::shipped_codes() {
        let Some(design) = Design::shipped(code) else { continue };
        let plain = certificate::to_pdf(&design, &[sample()], Onto::Plain)?;
        keep(folder, &format!("certificate-{code}"), plain)?;
        let blank = certificate::to_pdf(&design, &[sample()], Onto::Blank(Calibration::default()))?;
        keep(folder, &format!("certificate-{code}-blank"), blank)?;
        keep(folder, &format!("certificate-{code}-test"), test_sheet(&design, Calibration::default())?)?;
    }
    Ok(())
}

fn keep(folder: &Path, name: &str, pdf: Vec<u8>) -> Result<(), Box<dyn Error>> {
    let pages = write::page_pictures(pdf, WIDTH).ok_or_else(|| format!("{name} cannot be drawn"))?;
    for (at, page) in pages.iter().enumerate() {
        fs::write(folder.join(format!("{name}-{:02}.png", at + 1)), page)?;
    }
    Ok(())
}

/// Nobody real.
fn sample() -> Certificate {
    Certificate::default()
        .with(Field::Name, "Nguyễn Thị Ẩn Danh")
        .with(Field::Honorific, "Bà")
        .with(Field::Title, "Giáo viên")
        .with(Field::Unit, "Trường Tiểu học Minh Họa")
        .with(Field::Merit, "xuất sắc trong phong trào thi đua năm 2022, vận động 12 hộ hiến đất làm đường")
        .with(Field::Award, "Chiến sĩ thi đua cơ sở")
        .with(Field::Decision, "15/QĐ-UBND")
        .with(Field::Day, "7")
        .with(Field::Month, "2")
        .with(Field::Year, "2023")
        .with(Field::Book, "27")
        .with(Field::Signer, "Hồ Xuân Ví Dụ")
        .with(Field::SignerPost, "Chủ tịch")
        .with(Field::Issuer, "Chủ tịch Ủy ban nhân dân xã Minh Họa")
        .with(Field::Place, "Minh Họa")
        .with(Field::Code, "K7M2P-9QXFT")
        .with(Field::Address, "https://thidua.example.vn/verify/K7M2P-9QXFT")
        .with(Field::Mark, "SỐ LIỆU MINH HỌA")
}
