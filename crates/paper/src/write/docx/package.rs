//! Parts into a zip package whose bytes depend on nothing but the parts.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::error::PaperError;

/// Packs the parts; the time of every entry is fixed.
pub(super) fn pack(parts: &[(String, String)]) -> Result<Vec<u8>, PaperError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        package.start_file(name.as_str(), options)?;
        package.write_all(xml.as_bytes())?;
    }
    Ok(package.finish()?.into_inner())
}
