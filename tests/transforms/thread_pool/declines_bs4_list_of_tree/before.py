import time

from bs4 import BeautifulSoup

soup = BeautifulSoup("<ul>" + "<li class='a b'>one</li>" * 12 + "</ul>", "html.parser")


def tags(number):
    time.sleep(0.002)
    return len(soup.find_all("li", limit=number)), soup.li.get("class")


found = []
for number in range(12):
    count, classes = tags(number)
    classes.append(str(number))
    found.append((count, len(classes)))
print(found)
