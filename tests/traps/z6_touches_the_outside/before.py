import gc
import locale
import os
import random
import secrets
import socket
import subprocess
import sys
import threading
import time
import traceback
import urllib.request
import uuid
import warnings

lock = threading.Lock()


def burn(n):
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work0(n):
    if n < 0:
        sys.exit(n)
    return burn(n)


def work1(n):
    if n < 0:
        os._exit(n)
    return burn(n)


def work2(n):
    if n < 0:
        subprocess.run(["true"])
    return burn(n)


def work3(n):
    if n < 0:
        os.urandom(1)
    return burn(n)


def work4(n):
    if n < 0:
        uuid.uuid4()
    return burn(n)


def work5(n):
    if n < 0:
        traceback.print_exc()
    return burn(n)


def work6(n):
    if n < 0:
        warnings.warn("again")
    return burn(n)


def work7(n):
    if n < 0:
        lock.acquire()
    return burn(n)


def work8(n):
    if n < 0:
        socket.create_connection(("localhost", 1))
    return burn(n)


def work9(n):
    if n < 0:
        os.umask(0)
    return burn(n)


def work10(n):
    if n < 0:
        time.perf_counter()
    return burn(n)


def work11(n):
    if n < 0:
        open("note.txt", "w")
    return burn(n)


def work12(n):
    if n < 0:
        random.random()
    return burn(n)


def work13(n):
    if n < 0:
        threading.active_count()
    return burn(n)


def work14(n):
    if n < 0:
        sys.stdin.readline()
    return burn(n)


def work15(n):
    if n < 0:
        sys.stdout.write("x")
    return burn(n)


def work16(n):
    if n < 0:
        sys.stderr.write("x")
    return burn(n)


def work17(n):
    if n < 0:
        urllib.request.urlopen("http://localhost/", b"data")
    return burn(n)


def work18(n):
    if n < 0:
        secrets.token_bytes(1)
    return burn(n)


def work19(n):
    if n < 0:
        locale.setlocale(locale.LC_ALL, "C")
    return burn(n)


def work20(n):
    if n < 0:
        input()
    return burn(n)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 4
print([work0(n) for n in range(size)][-1])
print([work1(n) for n in range(size)][-1])
print([work2(n) for n in range(size)][-1])
print([work3(n) for n in range(size)][-1])
print([work4(n) for n in range(size)][-1])
print([work5(n) for n in range(size)][-1])
print([work6(n) for n in range(size)][-1])
print([work7(n) for n in range(size)][-1])
print([work8(n) for n in range(size)][-1])
print([work9(n) for n in range(size)][-1])
print([work10(n) for n in range(size)][-1])
print([work11(n) for n in range(size)][-1])
print([work12(n) for n in range(size)][-1])
print([work13(n) for n in range(size)][-1])
print([work14(n) for n in range(size)][-1])
print([work15(n) for n in range(size)][-1])
print([work16(n) for n in range(size)][-1])
print([work17(n) for n in range(size)][-1])
print([work18(n) for n in range(size)][-1])
print([work19(n) for n in range(size)][-1])
print([work20(n) for n in range(size)][-1])
