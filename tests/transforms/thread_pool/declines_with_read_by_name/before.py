import urllib.request


def rest():
    return page.read()


for number in range(9):
    with urllib.request.urlopen(f"data:,page{number}") as page:
        text = page.read(3)
        print(text, rest())
