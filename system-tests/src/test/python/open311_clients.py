"""Files, lists and reads service requests with clients that others wrote, unchanged: three 0.8.0 (2013, BSD) and
georeport 0.3.1 (2025, Apache-2.0). Arguments: endpoint, api key. Ends with 0 and a line for each step, or with what is wrong.
"""

import itertools
import sys
import types

# three was written for Python 2. Its own files stay as they are; only what Python 3 no longer has is put in their place.
itertools.ifilter = filter
relaxml = types.ModuleType("relaxml")
relaxml.xml = lambda text: None  # only its XML mode asks for it
sys.modules["relaxml"] = relaxml

from georeport import GeoReport  # noqa: E402
from three import Three  # noqa: E402

endpoint, api_key = sys.argv[1], sys.argv[2]


def need(truth, words):
    if not truth:
        sys.exit("FAILED: " + words)
    print("ok: " + words)


client = Three(endpoint, api_key=api_key)
discovery = client.discovery()
need(discovery["endpoints"][0]["url"].rstrip("/") == endpoint.rstrip("/"), "three reads the discovery of this endpoint")
services = client.services()
need(len(services) > 10, "three lists %d services" % len(services))
realtime = next(service for service in services if service["type"] == "realtime")
batch = next(service for service in services if service["type"] == "batch")
definition = client.services(realtime["service_code"])
need(definition["service_code"] == realtime["service_code"], "three reads a service's definition")

filed = client.post(
    realtime["service_code"],
    lat="30.2331",
    long="120.1071",
    name="Xiuying Wang",
    phone="13900001234",
    description="路灯不亮, filed by three",
)
number = filed[0]["service_request_id"]
need(number, "three files a request: " + number)
read = client.request(number)[0]
need(read["status"] == "open" and "filed by three" in read["description"], "three reads it")
need("13900001234" not in str(read), "and finds no phone number in it")
need(number in [one["service_request_id"] for one in client.requests()], "three finds it in the list")
need(number in [one["service_request_id"] for one in client.requests(realtime["service_code"])], "and by its service")

token = client.post(batch["service_code"], address="江滨苑南门", description="filed by three, to be looked at")[0]["token"]
need(client.token(token)[0]["token"] == token, "three follows the token of a service that looks first")
refused = Three(endpoint, api_key="none").post(realtime["service_code"], lat="30.2331", long="120.1071")
need(refused[0]["code"] == 403, "without a key three is refused with the standard's error")

for output_format in ("json", "xml"):
    reader = GeoReport(endpoint, output_format=output_format)
    need(len(reader.get_service_list()) == len(services), "georeport lists the services in " + output_format)
    code = realtime["service_code"]
    need(reader.get_service_definition(code)["service_code"] == code, "georeport reads a definition in " + output_format)
    need(reader.get_service_request(number)["service_request_id"] == number, "georeport reads it in " + output_format)
    listed = reader.get_service_requests(service_request_id=number)
    listed = listed if isinstance(listed, list) else [listed]
    need(listed[0]["service_request_id"] == number, "georeport finds it in " + output_format)
    listed = reader.get_service_requests(service_code=code, status="open")
    listed = listed if isinstance(listed, list) else [listed]
    need(number in [one["service_request_id"] for one in listed], "georeport filters in " + output_format)
