//! A file that takes the place of another in one step, and gives back what it displaced.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::{NamedTempFile, TempPath};

use super::faults::step;
use super::target::{Target, folder};

/// A file beside its place, whole and on the disk.
pub(super) struct Fresh(TempPath);

impl Fresh {
    /// Writes it, with the mode and owner of what is there.
    pub(super) fn write(
        target: &Target,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<Self> {
        step();
        let prefix = prefix(&target.path);
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(UNFINISHED);
        let file = shared(&mut builder).tempfile_in(target.folder())?;
        // The file itself, whose errors do not tell of its passing name.
        let mut out = BufWriter::new(file.as_file());
        write(&mut out)?;
        out.flush()?;
        drop(out);
        if let Some(before) = &target.before {
            inherit(&file, before)?;
        }
        step();
        file.as_file().sync_all()?;
        Ok(Self(file.into_temp_path()))
    }

    /// Takes the place of whatever is there.
    pub(super) fn overwrite(self, target: &Target) -> io::Result<()> {
        step();
        self.0.persist(&target.path)?;
        sync(target.folder())
    }

    /// Takes the place of the bytes that were read, and of no others.
    ///
    /// # Errors
    ///
    /// Where something else changed the file, that stays, and the error names the file that keeps `new`.
    pub(super) fn take_place(
        self,
        target: &Target,
        old: Option<&[u8]>,
        new: &[u8],
    ) -> io::Result<()> {
        step();
        match old {
            Some(old) => self.displace(target, old, new)?,
            None => match self.0.persist_noclobber(&target.path) {
                Ok(()) => {}
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                    let path = error.path.keep().map_err(|error| error.error)?;
                    return Err(keep(&path, &target.path));
                }
                Err(error) => return Err(error.error),
            },
        }
        step();
        sync(target.folder())
    }

    fn displace(self, target: &Target, old: &[u8], new: &[u8]) -> io::Result<()> {
        // Under this name a later run knows whether what a killed one left was read, or is news.
        let hashes = format!("{}-{}", hash(old), hash(new));
        let name = format!("{}{hashes}{SWAPPED}", prefix(&target.path));
        let path = target.folder().join(name);
        self.0.persist(&path)?;
        step();
        match exchange(&path, &target.path) {
            Ok(true) => {}
            // Where the system cannot, the moment between is as short as can be.
            Ok(false) if fs::read(&target.path).is_ok_and(|now| now == old) => {
                return fs::rename(&path, &target.path);
            }
            Ok(false) => return Err(keep(&path, &target.path)),
            Err(error) => {
                fs::remove_file(&path)?;
                return Err(error);
            }
        }
        step();
        if fs::read(&path).is_ok_and(|displaced| displaced == old) {
            // The old bytes go with the temporary name.
            return fs::remove_file(&path);
        }
        step();
        exchange(&path, &target.path)?;
        Err(keep(&path, &target.path))
    }
}

/// Takes a file away if it holds what was read.
pub(super) fn remove(path: &Path, old: Option<&[u8]>) -> io::Result<()> {
    if super::read(path)?.as_deref() != old {
        return Err(io::Error::other("it changed meanwhile, and was left alone"));
    }
    step();
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        removed => removed?,
    }
    sync(folder(path))
}

/// Takes away what killed writers left beside a file. Its lock must be held.
///
/// What a killed writer displaced without having read it is kept under a name of its own.
pub(super) fn clean(target: &Path) {
    let prefix = prefix(target);
    let entries = fs::read_dir(folder(target)).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(&prefix)) else {
            continue;
        };
        if rest.ends_with(UNFINISHED) {
            // What stays is tried again by the next run.
            let _ = fs::remove_file(entry.path());
        } else if let Some(hashes) = rest.strip_suffix(SWAPPED) {
            let known = fs::read(entry.path()).map(|bytes| hash(&bytes));
            match known {
                Ok(known) if hashes.split('-').any(|one| one == known) => {
                    let _ = fs::remove_file(entry.path());
                }
                _ => {
                    let _ = keep_as(&entry.path(), target);
                }
            }
        }
    }
}

/// The path of something that belongs to a file and stands beside it.
pub(super) fn beside(target: &Path, ending: &str) -> PathBuf {
    let name = format!("{}{ending}", prefix(target).trim_end_matches('-'));
    folder(target).join(name)
}

/// The fingerprint of some bytes: the first half of their SHA-256.
pub(super) fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let half = digest.iter().take(16);
    half.map(|byte| format!("{byte:02x}")).collect()
}

/// Makes the names in a folder last.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// The ending of a file that is being written.
const UNFINISHED: &str = ".tmp";

/// The ending of a file that is whole and changes places.
const SWAPPED: &str = ".swap";

/// How the names of everything that belongs to a file begin; short, however long its own name is.
fn prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    let hash = hash(name.as_encoded_bytes());
    format!(".gainsay-{}-", hash.get(..12).unwrap_or(&hash))
}

/// Keeps a file that lost its place, and says so.
fn keep(path: &Path, target: &Path) -> io::Error {
    match keep_as(path, target) {
        Ok(kept) => io::Error::other(format!(
            "something else changed it meanwhile; that was left as it is, and what would have been \
             written stands in {}",
            kept.display()
        )),
        Err(error) => error,
    }
}

/// Gives a file a name by which people find it beside another.
fn keep_as(path: &Path, target: &Path) -> io::Result<PathBuf> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    for at in 1..=u32::MAX {
        let kept = folder(target).join(format!("{name}.kept-{at}"));
        // The name is taken first, so that nothing that bears it is lost.
        match File::create_new(&kept) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => {
                drop(made?);
                fs::rename(path, &kept)?;
                return Ok(kept);
            }
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

/// Lets two files change places; false where the system cannot do so.
#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Gives a file the mode and owner of the one whose place it takes.
#[cfg(unix)]
fn inherit(file: &NamedTempFile, before: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let own = file.as_file().metadata()?;
    if (own.uid(), own.gid()) != (before.uid(), before.gid()) {
        let changed =
            std::os::unix::fs::fchown(file.as_file(), Some(before.uid()), Some(before.gid()));
        changed.map_err(|_| {
            io::Error::other("it belongs to somebody else, and what replaces it would be yours")
        })?;
    }
    file.as_file().set_permissions(before.permissions())
}

#[cfg(not(unix))]
fn inherit(file: &NamedTempFile, before: &Metadata) -> io::Result<()> {
    file.as_file().set_permissions(before.permissions())
}

/// Temporary files are private; what is written is for whoever may read the folder.
#[cfg(unix)]
fn shared<'a, 'p, 's>(
    builder: &'a mut tempfile::Builder<'p, 's>,
) -> &'a mut tempfile::Builder<'p, 's> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666))
}

/// Elsewhere the folder decides.
#[cfg(not(unix))]
fn shared<'a, 'p, 's>(
    builder: &'a mut tempfile::Builder<'p, 's>,
) -> &'a mut tempfile::Builder<'p, 's> {
    builder
}
