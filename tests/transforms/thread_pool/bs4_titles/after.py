
from bs4 import BeautifulSoup
from concurrent.futures import ThreadPoolExecutor


def fetch(number):
    with open(f"page{number}.txt") as file:
        number = int(file.read())
    links = "".join(f'<a href="/page/{k}" class="big red">{k}</a>' for k in range(number % 4))
    return f"<html><title> Page {number} </title><p>{links}<a>none</a></p></html>"


for number in range(12):
    with open(f"page{number}.txt", "w") as file:
        file.write(str(number))


def soup_of(number):
    return BeautifulSoup(fetch(number), "html.parser")


def scrape(number):
    soup = soup_of(number)
    title = soup.find("title")
    links = [link["href"] for link in soup.find_all("a", href=True)]
    classes = sorted({name for link in soup.select("p a") for name in link.get("class", [])})
    return title.get_text(strip=True) if title else "", links, classes


with ThreadPoolExecutor(max_workers=32) as pool:
    for number, (title, links, classes) in zip(
        range(12), pool.map(scrape, range(12))
    ):
        print(number, title, links, classes)
