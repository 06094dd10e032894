import requests


def sizes_of(session, base, pages):
    sizes = []
    for page in pages:
        text = session.get(f"{base}/page/{page}", params={"q": page}, timeout=5).text
        sizes.append((page, len(text)))
    return sizes


def main():
    with requests.Session() as session:
        session.params = {"key": "k1"}
        session.cookies.set("lang", "de")
        for size in sizes_of(session, "http://127.0.0.1:9", range(95, 105)):
            print(size)


if __name__ == "__main__":
    main()
