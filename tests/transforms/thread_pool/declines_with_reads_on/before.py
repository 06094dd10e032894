import urllib.request


def main():
    for number in range(9):
        with urllib.request.urlopen(f"data:,page{number}") as page:
            text = page.readline()
            print(text, page.read())


main()
