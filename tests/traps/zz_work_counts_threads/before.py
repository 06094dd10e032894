import os
import signal
import sys
import threading


def work(n):
    return sum(k * n % 7 for k in range(2000))


def counted(n):
    return work(n), threading.active_count()


def listed(n):
    return work(n), [thread.name for thread in threading.enumerate()]


def tasks(n):
    return work(n), len(os.listdir("/proc/self/task"))


def handled(n):
    return work(n), signal.getsignal(signal.SIGINT) is signal.default_int_handler


def named(n):
    return work(n), threading.current_thread().name, threading.main_thread().name


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print([counted(n) for n in range(size)])
    print([listed(n) for n in range(size)])
    print([tasks(n) for n in range(size)])
    print([handled(n) for n in range(size)])
    print([named(n) for n in range(size)])


main()
