import time
import urllib.request


def main():
    found = []
    for page in range(3):
        wait = 0
        for number in range(8):
            try:
                with urllib.request.urlopen("http://127.0.0.1:9/") as answer:
                    found.append(len(answer.read()))
            except OSError:
                wait += 1
                time.sleep(0.001)
        found.append(wait)
    print(found)


main()
