import urllib.request


def main():
    sizes = {}
    total = 0
    for number in range(9):
        try:
            with urllib.request.urlopen(f"data:,page{number}" if number % 4 else "") as page:
                page.readline()
                text = page.read()
                total += number
                sizes[number] = len(text)
                print(number, total)
        except ValueError as error:
            print(error)
    print(sizes)


main()
