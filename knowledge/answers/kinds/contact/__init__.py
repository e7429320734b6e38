"""How somebody is reached: name, mail, telephone, address, web page."""
