//! Changing a file of which other runs may be changing something at the same time.
//!
//! Writers wait for each other on a lock beside the file; the file itself is replaced whole, so that no
//! reader ever sees half of it. The lock is a file of its own, because a lock on what is replaced
//! would guard the old one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::output::{reason, write_to};
use super::progress::Step;

/// Replaces what stands in a file by what `change` makes of it; a file that is not there is empty.
///
/// Out: what `change` gives beside the new text. From reading to writing no other run that does the same
/// comes in between.
pub(super) fn update<T>(
    path: &Path,
    change: impl FnOnce(Vec<u8>) -> io::Result<(Vec<u8>, T)>,
) -> io::Result<T> {
    let named = |error: &io::Error| {
        let (path, why) = (path.display(), reason(error));
        io::Error::other(format!("cannot write {path}: {why}"))
    };
    let target = resolved(path);
    let lock = Lock::take(&target).map_err(|error| named(&error))?;
    let old = match fs::read(&target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        read => read.map_err(|error| named(&error))?,
    };
    let (new, out) = change(old)?;
    write_to(Some(&target), |file| file.write_all(&new))?;
    drop(lock);
    Ok(out)
}

/// The one path of a file, however it is named, also where it is still to be made.
fn resolved(path: &Path) -> PathBuf {
    let made = path.canonicalize();
    let to_be_made = || {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
        Some(folder.join(path.file_name()?))
    };
    made.ok()
        .or_else(to_be_made)
        .unwrap_or_else(|| path.to_owned())
}

/// The right to change a file, until it is dropped.
struct Lock(Option<(File, PathBuf)>);

impl Lock {
    /// Waits until nobody else has it. What is no regular file, such as `/dev/null`, needs none.
    fn take(target: &Path) -> io::Result<Self> {
        let is_regular = fs::metadata(target).map_or(true, |data| data.is_file());
        let Some(name) = target.file_name().filter(|_| is_regular) else {
            return Ok(Self(None));
        };
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".lock");
        let path = target.with_file_name(beside);
        let step = Step::start("waiting for another run to write", true);
        loop {
            let mut options = OpenOptions::new();
            let file = options
                .create(true)
                .write(true)
                .truncate(false)
                .open(&path)?;
            file.lock()?;
            // Whoever had it may have taken the file away, and the next one made another.
            if is_same(&file, &path) {
                drop(step);
                return Ok(Self(Some((file, path))));
            }
        }
    }
}

impl Drop for Lock {
    /// Takes the file away while nobody else can have the lock; the system lets go of it.
    fn drop(&mut self) {
        if let Some((file, path)) = self.0.take() {
            remove(&path);
            drop(file);
        }
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |data: &fs::Metadata| (data.dev(), data.ino());
    let here = file.metadata().ok().as_ref().map(id);
    here.is_some() && here == fs::metadata(path).ok().as_ref().map(id)
}

#[cfg(unix)]
fn remove(path: &Path) {
    // A lock file that stays does no harm.
    let _ = fs::remove_file(path);
}

/// Elsewhere the file stays, and is always the same.
#[cfg(not(unix))]
fn is_same(_: &File, _: &Path) -> bool {
    true
}

#[cfg(not(unix))]
fn remove(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_writer_takes_away_what_another_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let (writers, lines) = (8, 25);
        std::thread::scope(|scope| {
            for writer in 0..writers {
                let path = match writer % 2 {
                    0 => folder.path().join("list.txt"),
                    _ => folder.path().join(".").join("list.txt"),
                };
                scope.spawn(move || {
                    for line in 0..lines {
                        update(&path, |mut text| {
                            text.extend(format!("{writer} {line}\n").bytes());
                            Ok((text, ()))
                        })
                        .unwrap();
                    }
                });
            }
        });
        let text = fs::read_to_string(folder.path().join("list.txt")).unwrap();
        for writer in 0..writers {
            let own = format!("{writer} ");
            let own = text.lines().filter_map(|line| line.strip_prefix(&own));
            let expected: Vec<String> = (0..lines).map(|line| line.to_string()).collect();
            assert_eq!(own.collect::<Vec<_>>(), expected);
        }
        assert_eq!(text.lines().count(), writers * lines);
        if cfg!(unix) {
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn what_cannot_be_changed_stays_and_leaves_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.txt");
        fs::write(&path, "one\n").unwrap();
        let refused: io::Result<()> = update(&path, |_| Err(io::Error::other("no")));
        assert_eq!(refused.unwrap_err().to_string(), "no");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\n");
        update(&path, |text| Ok((text, ()))).unwrap();
        if cfg!(unix) {
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
