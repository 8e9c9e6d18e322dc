//! Files kept as evidence: named by the SHA-256 of their content, in the data folder, outside the web root.

use crate::sql::{execute, row, values};
use crate::{Change, Store, StoreError};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// The folder of content-addressed files.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
}

/// What is known of a kept file.
#[derive(Clone, Debug)]
pub struct KeptFile {
    /// SHA-256 in hexadecimal.
    pub digest: String,
    /// Bytes.
    pub size: i64,
    /// Media type as decided at upload.
    pub media: String,
}

impl Files {
    /// The folder `files` in a data folder.
    pub fn in_folder(data: &Path) -> Files {
        Files { folder: data.join("files") }
    }

    /// Writes the content durably and gives its digest. Content that is there already is not written again.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn keep(&self, content: &[u8]) -> Result<String, StoreError> {
        let digest: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        let place = self.place(&digest);
        if place.exists() {
            return Ok(digest);
        }
        let folder = place.parent().unwrap_or(&self.folder);
        private_folder(folder)?;
        // written beside its place, made durable, then moved: a file in place is always whole
        // a name of its own for each call: two uploads of one content do not write into one file
        static CALLS: AtomicU64 = AtomicU64::new(0);
        let call = CALLS.fetch_add(1, Ordering::Relaxed);
        let unfinished = folder.join(format!("{digest}.{}.{call}.part", std::process::id()));
        let mut file = std::fs::File::create(&unfinished)?;
        std::io::Write::write_all(&mut file, content)?;
        file.sync_all()?;
        std::fs::rename(&unfinished, &place)?;
        #[cfg(unix)]
        std::fs::File::open(folder)?.sync_all()?;
        Ok(digest)
    }

    /// Reads a kept file.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is none, [`StoreError::Folder`] when it cannot be read.
    pub fn read(&self, digest: &str) -> Result<Vec<u8>, StoreError> {
        if digest.len() != 64 || !digest.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(StoreError::Absent);
        }
        match std::fs::read(self.place(digest)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::Absent),
            other => Ok(other?),
        }
    }

    fn place(&self, digest: &str) -> PathBuf {
        self.folder.join(digest.get(..2).unwrap_or("00")).join(digest)
    }
}

/// Makes a folder, and those above it, that only their owner may enter: it holds figures, evidence and hashes.
pub(crate) fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

impl Change {
    /// Registers a kept file.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn register_file(&self, digest: &str, size: usize, media: &str) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO files (digest, size, media, stored_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        execute(&self.tx, sql, values![digest, size, media, self.author.at]).await?;
        Ok(())
    }
}

impl Store {
    /// What is known of a kept file.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn file(&self, digest: &str) -> Result<Option<KeptFile>, StoreError> {
        let found =
            row(&self.db, "SELECT digest, size, media FROM files WHERE digest = $1", values![digest]).await?;
        found
            .map(|row| {
                Ok(KeptFile { digest: row.get("digest")?, size: row.get("size")?, media: row.get("media")? })
            })
            .transpose()
    }

    /// The authorities whose plans or figures rest on a file.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn units_of_file(&self, digest: &str) -> Result<Vec<String>, StoreError> {
        // one line for each place where a file is kept as evidence
        let sql = "SELECT unit_id FROM plans WHERE source_digest = $1
            UNION SELECT p.unit_id FROM figures f JOIN targets t ON t.id = f.target_id
                JOIN plans p ON p.id = t.plan_id WHERE f.file_digest = $1
            UNION SELECT c.unit_id FROM covenant_signatures s JOIN covenants c ON c.id = s.covenant_id
                WHERE s.file_digest = $1
            UNION SELECT p.unit_id FROM covenant_signatures s JOIN covenant_parties p ON p.id = s.party_id
                WHERE s.file_digest = $1 AND p.unit_id IS NOT NULL
            UNION SELECT r.unit_id FROM regulation_versions v JOIN regulations r ON r.id = v.regulation_id
                WHERE v.file_digest = $1
            UNION SELECT unit_id FROM trainings WHERE file_digest = $1
            UNION SELECT r.unit_id FROM report_lines l JOIN unit_reports r ON r.id = l.report_id
                WHERE l.file_digest = $1 AND r.state <> 'draft'
            UNION SELECT p.unit_id FROM report_lines l JOIN unit_reports r ON r.id = l.report_id
                JOIN report_rounds d ON d.id = r.round_id JOIN movements m ON m.id = d.movement_id
                JOIN plans p ON p.id = m.plan_id WHERE l.file_digest = $1 AND r.state <> 'draft'
            UNION SELECT b.unit_id FROM body_decisions d JOIN bodies b ON b.id = d.body_id WHERE d.file_digest = $1
            UNION SELECT unit_id FROM block_arrangements WHERE file_digest = $1
            UNION SELECT unit_id FROM known_sessions WHERE file_digest = $1
            UNION SELECT unit_id FROM campaign_joins WHERE file_digest = $1
            UNION SELECT p.unit_id FROM campaign_joins j JOIN movements m ON m.id = j.movement_id
                JOIN plans p ON p.id = m.plan_id WHERE j.file_digest = $1
            UNION SELECT i.unit_id FROM inspection_answers a JOIN inspection_visits v ON v.id = a.visit_id
                JOIN inspections i ON i.id = v.inspection_id WHERE a.file_digest = $1
            UNION SELECT v.unit_id FROM inspection_answers a JOIN inspection_visits v ON v.id = a.visit_id
                WHERE a.file_digest = $1 AND v.unit_id IS NOT NULL
            UNION SELECT i.unit_id FROM inspection_values t JOIN inspections i ON i.id = t.inspection_id
                WHERE t.file_digest = $1
            UNION SELECT unit_id FROM inspection_values WHERE file_digest = $1
            UNION SELECT unit_id FROM initiatives WHERE file_digest = $1
            UNION SELECT i.unit_id FROM initiative_recognitions r JOIN initiatives i ON i.id = r.initiative_id
                WHERE r.file_digest = $1
            UNION SELECT i.unit_id FROM initiative_confirmations c JOIN initiatives i ON i.id = c.initiative_id
                WHERE c.file_digest = $1
            UNION SELECT unit_id FROM initiative_confirmations WHERE file_digest = $1 AND unit_id IS NOT NULL";
        crate::sql::rows(&self.db, sql, values![digest]).await?.iter().map(|row| row.get("unit_id")).collect()
    }

    /// The units whose drafts of reports rest on a file: it is theirs alone until the report is sent.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drafters_of_file(&self, digest: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT r.unit_id FROM report_lines l JOIN unit_reports r ON r.id = l.report_id
                   WHERE l.file_digest = $1 AND r.state = 'draft'";
        crate::sql::rows(&self.db, sql, values![digest]).await?.iter().map(|row| row.get("unit_id")).collect()
    }
}
