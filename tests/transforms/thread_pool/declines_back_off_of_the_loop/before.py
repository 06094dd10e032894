import time
import urllib.request


def main():
    found = []
    for attempt in range(8):
        try:
            with urllib.request.urlopen("http://127.0.0.1:9/") as page:
                found.append(len(page.read()))
        except OSError:
            found.append(attempt)
            time.sleep(0.002 * attempt)
    print(found)


main()
