import os
import time
import urllib.parse


def ask(address):
    time.sleep(0.002)
    if address.endswith("3"):
        raise ValueError("no such page")
    return f"text of {address}"


def download(address, folder):
    parts = urllib.parse.urlsplit(address)
    if not parts.path:
        return
    try:
        body = ask(address)
    except ValueError:
        return
    with open(os.path.join(folder, parts.path[1:]), "w") as file:
        file.write(body)
    print("saved", parts.path, len(body))


def main():
    os.makedirs("pages", exist_ok=True)
    for number in range(12):
        download(f"http://there/page{number}" if number % 4 else "http://there", "pages")


if __name__ == "__main__":
    main()
