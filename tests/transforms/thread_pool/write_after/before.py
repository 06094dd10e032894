import time


def download(number):
    time.sleep(0.002)
    return ("chapter %d\n" % number) * 3


def main():
    with open("book.txt", "w") as book:
        for number in range(1, 21):
            text = download(number)
            book.write(text)
    with open("book.txt") as book:
        print(len(book.read()))


if __name__ == "__main__":
    main()
