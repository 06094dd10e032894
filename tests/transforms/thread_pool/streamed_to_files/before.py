import os
import shutil
import urllib.error
import urllib.request

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def page_of(number):
    return urllib.request.urlopen(f"{BASE}/{number}")


def mirror(number, folder):
    target = os.path.join(folder, f"page{number}.html")
    with page_of(number) as page, open(target, "wb") as file:
        shutil.copyfileobj(page, file)
    return os.path.getsize(target)


def main():
    os.makedirs("mirror", exist_ok=True)
    for number in range(6):
        try:
            size = mirror(number, "mirror")
        except urllib.error.URLError as error:
            print(number, "failed:", error.reason)
        else:
            print(number, size)


main()
