"""Why a file could not be written or read, in Russian: what the system says of it is English."""

import errno

_SAID = {
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "кончилось место, отведённое на диске",
    errno.EFBIG: "файл больше, чем здесь разрешено",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск только для чтения",
    errno.ENOENT: "такого файла или папки нет",
    errno.ENOTDIR: "на этом месте файл, а не папка",
    errno.EISDIR: "на этом месте папка, а не файл",
    errno.EIO: "диск не отвечает как надо",
    errno.EMFILE: "открыто слишком много файлов",
    errno.ENAMETOOLONG: "слишком длинное имя",
}


def said(error: OSError) -> str:
    """Return the reason in words; one that nobody has translated as the system says it."""
    return _SAID.get(error.errno or 0) or error.strerror or str(error)
