import functools
import pathlib
import time
import urllib.request

BASE = pathlib.Path("before.py").resolve().parent.as_uri()


def retry(tries=3, delay=0.001):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            pause = delay
            for attempt in range(tries):
                try:
                    return function(*args, **kwargs)
                except OSError:
                    if attempt == tries - 1:
                        raise
                    time.sleep(pause)
                    pause *= 2

        return wrapper

    return decorate


@retry(tries=2)
def read(name):
    with urllib.request.urlopen(BASE + "/" + name) as response:
        return response.read().decode()


def main():
    texts = []
    for number in range(12):
        texts.append(read("before.py"))
    print([text[:6] for text in texts])
    try:
        read("missing")
    except OSError:
        print("missing")


if __name__ == "__main__":
    main()
