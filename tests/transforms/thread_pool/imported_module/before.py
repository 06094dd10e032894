import client

print(client.load_all(list("abcdefghijklmnop")))
