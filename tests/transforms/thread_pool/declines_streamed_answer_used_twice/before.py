import requests

sizes = []
for page in range(12):
    response = requests.get("http://127.0.0.1:9/%d" % page, timeout=10, stream=True)
    print(page, response.status_code)
    sizes.append(len(response.content))
print(sizes)
