import time
from concurrent.futures import ThreadPoolExecutor


def download(number):
    time.sleep(0.002)
    return ("chapter %d\n" % number) * 3


def main():
    with open("book.txt", "w") as book:
        with ThreadPoolExecutor(max_workers=32) as pool:
            for text in pool.map(download, range(1, 21)):
                book.write(text)
    with open("book.txt") as book:
        print(len(book.read()))


if __name__ == "__main__":
    main()
