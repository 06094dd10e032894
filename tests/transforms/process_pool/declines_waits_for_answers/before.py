import sys
import urllib.request


def size_of(url):
    with urllib.request.urlopen(url) as response:
        return len(response.read())


def main(urls):
    for url in urls:
        size = size_of(url)
        if size > 1000:
            print("large:", url)
            break


if __name__ == "__main__":
    main(sys.argv[1:])
