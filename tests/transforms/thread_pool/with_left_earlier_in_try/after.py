import urllib.request
from concurrent.futures import ThreadPoolExecutor


def main():
    sizes = {}
    total = 0

    def compute_text(number):
        with urllib.request.urlopen(f"data:,page{number}" if number % 4 else "") as page:
            page.readline()
            text = page.read()
        return text

    def try_compute_text(number):
        try:
            return compute_text(number), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, (text, failure) in zip(
            range(9), pool.map(try_compute_text, range(9))
        ):
            try:
                if failure is not None:
                    raise failure
                total += number
                sizes[number] = len(text)
                print(number, total)
            except ValueError as error:
                print(error)
    print(sizes)


main()
