import requests

URLS = [f"http://shop.invalid/{'missing' if n % 4 == 3 else 'items'}/{n}" for n in range(9)]


def main():
    found = []
    failed = {}
    for url in URLS:
        try:
            response = requests.get(
                url,
                headers={"Accept": "text/*"},
                stream=True,
            )
            found.append(response.json() if response.ok else url)
        except requests.RequestException as error:
            failed[url] = str(error)
    print(found, failed)


main()
