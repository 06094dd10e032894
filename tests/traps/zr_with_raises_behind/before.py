import sys
import urllib.request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    for number in range(COUNT):
        try:
            with urllib.request.urlopen(f"data:,page{number}") as page:
                text = page.read()
                if number == 5:
                    raise ValueError(number)
                print(number, text)
        except ValueError as error:
            print("odd", error, page.status)
        else:
            print("even")


main()
