import urllib.request


def main():
    for number in range(9):
        pages = []
        with urllib.request.urlopen(f"data:,page{number}") as page:
            pages.append(page)
            text = page.read(3)
            print(text, pages[0].read())


main()
