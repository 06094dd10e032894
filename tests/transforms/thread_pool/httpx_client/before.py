import httpx

URLS = [f"http://shop.invalid/items/{number}" for number in range(8)]


def main():
    with httpx.Client(headers={"accept": "text/*"}, timeout=3) as client:
        sizes = []
        for url in URLS:
            response = client.get(url)
            response.raise_for_status()
            sizes.append(len(response.text))
    print(sizes)


main()
