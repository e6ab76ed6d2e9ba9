package musette.ops;

import musette.site.Address;
import musette.staff.StaffLinks;
import org.springframework.stereotype.Component;

/// A fresh link that signs the owner in, once, within the hour.
@Component
class OwnerLink implements OperatorTask {
    private final StaffLinks links;
    private final Address address;

    OwnerLink(StaffLinks links, Address address) {
        this.links = links;
        this.address = address;
    }

    @Override
    public String name() {
        return "owner";
    }

    @Override
    public String run(Order order) {
        return address.of(links.ownerPath());
    }
}
