/** A file cannot be written or read, or does not have what it should. The search ends with `disk`, and says why. */
export class DiskError extends Error {
  override readonly name = "DiskError";
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "the file may not become larger",
  EIO: "the disk reports an error",
  EACCES: "permission denied",
  EROFS: "the file system is read-only",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a file is in the way",
};

/**
 * Runs something that the operating system may refuse.
 * @throws DiskError
 */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") throw error;
    throw new DiskError(`${path}: ${reasons[error.code] ?? error.message}`);
  }
}
