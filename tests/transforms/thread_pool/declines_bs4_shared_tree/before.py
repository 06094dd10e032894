import time

from bs4 import BeautifulSoup

soup = BeautifulSoup("<ul>" + "<li>one</li>" * 12 + "</ul>", "html.parser")


def take(number):
    time.sleep(0.002)
    item = soup.find("li")
    text = item.get_text()
    if number % 2:
        item.decompose()
    return text, len(soup.find_all("li"))


for number in range(12):
    print(take(number))
