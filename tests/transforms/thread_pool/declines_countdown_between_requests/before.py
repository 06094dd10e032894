import time
import urllib.request


def wait(seconds):
    for _ in range(seconds):
        time.sleep(0.001)


def main():
    sizes = []
    for number in range(3):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:9/{number}") as page:
                sizes.append(len(page.read()))
        except OSError:
            sizes.append(None)
        wait(5)
    print(sizes)


main()
