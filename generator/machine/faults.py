"""Faults of the machine in plain words: a full disk or a missing right is no bug, and needs no traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

_WORDS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EROFS: "这里只能读，不能写",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
    errno.ENOMEM: "内存不足",
    errno.ENAMETOOLONG: "文件名或路径太长",
    errno.ELOOP: "符号链接绕成了圈",
    errno.EMLINK: "链接太多",
    errno.ESTALE: "网络磁盘断开了",
    errno.ETXTBSY: "文件正被占用",
    errno.EBUSY: "文件正被占用",
    errno.ENOLCK: "这个磁盘不支持文件锁，网络磁盘多半如此",
    errno.ENOTSUP: "这个磁盘不支持文件锁，网络磁盘多半如此",
}

_ABSENT = {errno.ENOENT: "它不存在", errno.ENOTDIR: "上级不是目录", errno.EISDIR: "它是一个目录"}
"""Told where a file is read; where one is written, these are bugs of ours."""


_LONGEST = 247
"""Characters of a folder's path on Windows, unless it was told otherwise; a file's may have twelve more."""


class Stopped(Exception):
    """Nothing was published and the present site is as it was; the message says why and what to do, in Chinese."""


def is_of_the_machine(error: BaseException) -> bool:
    """Whether something failed for want of space, rights and the like, not for a bug of ours."""
    return isinstance(error, OSError) and _number(error) in _WORDS


def words(error: OSError) -> str:
    """What the system complains of, in Chinese."""
    if os.name == "nt" and error.errno == errno.EACCES:
        return "没有权限，或者文件正在别的程序（如 Excel）里打开着"  # the system does not tell which
    if os.name == "nt" and _number(error) == errno.ENAMETOOLONG:
        return "路径太长，把项目移到层数少、名字短的目录里"
    return (_WORDS | _ABSENT).get(_number(error), f"系统错误 {error.errno}")


def _number(error: OSError) -> int:
    """The kind of a fault; Windows says of a path that is too long that there is nothing."""
    path = error.filename2 or error.filename
    if os.name == "nt" and error.errno == errno.ENOENT and path and len(os.path.abspath(path)) > _LONGEST:  # noqa: PTH100
        return errno.ENAMETOOLONG
    return error.errno or 0


@contextmanager
def as_stops() -> Iterator[None]:
    """Turn what the machine lacks into `Stopped`; everything else keeps its traceback."""
    try:
        yield
    except OSError as error:
        if not is_of_the_machine(error):
            raise
        where = error.filename2 or error.filename  # what is copied is named first, where to second
        at = f" {where}" if where else ""
        raise Stopped(f"不能读写文件{at}：{words(error)}。请处理后重试；原有的文件没有改动。") from error
