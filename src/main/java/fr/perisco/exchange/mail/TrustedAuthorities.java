package fr.perisco.exchange.mail;

import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who may vouch for a mail server, beside those whom Java trusts anyway: the certificates of a PEM file (RFC 7468). */
public final class TrustedAuthorities {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----(.*?)(?:-----END \\1-----|(?=-----BEGIN )|\\z)", Pattern.DOTALL);
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final int DER_SEQUENCE = 0x30;

    private final List<X509Certificate> certificates;

    private TrustedAuthorities(List<X509Certificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * Reads a PEM file. What stands outside of its blocks is a remark.
     *
     * @param source the file's name as it was given
     * @param now when the certificates must hold
     * @throws BadInput when there is no certificate in it, or one that cannot be read, has run out or does not hold yet, or a block
     *     that is no certificate
     */
    public static TrustedAuthorities read(byte[] content, String source, Instant now) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<X509Certificate> certificates = new ArrayList<>();
        List<InputFault> faults = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            try {
                X509Certificate certificate = certificate(block.group(1), block.group(0), block.group(2));
                Reason fault = fault(certificate, now);
                if (fault == null) {
                    certificates.add(certificate);
                } else {
                    faults.add(new InputFault(source, line(text, block.start()), 1, fault));
                }
            } catch (CertificateException | IllegalArgumentException e) {
                Reason fault = block.group(1).equals(CERTIFICATE)
                        ? Reason.of("mail.ca-unreadable")
                        : Reason.of("mail.ca-other", block.group(1));
                faults.add(new InputFault(source, line(text, block.start()), 1, fault));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        if (certificates.isEmpty()) {
            throw BadInput.of(source, noneCode(content), source);
        }
        return new TrustedAuthorities(certificates);
    }

    private static X509Certificate certificate(String label, String block, String base64) throws CertificateException {
        if (!label.equals(CERTIFICATE) || !block.endsWith("-----END " + label + "-----")) {
            throw new CertificateException(label);
        }
        byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static @Nullable Reason fault(X509Certificate certificate, Instant now) {
        String name = certificate.getSubjectX500Principal().getName();
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (now.isAfter(to)) {
            return Reason.of("mail.ca-expired", name, to.atZone(ParisTime.ZONE).toLocalDate());
        }
        return now.isBefore(from)
                ? Reason.of("mail.ca-not-yet", name, from.atZone(ParisTime.ZONE).toLocalDate())
                : null;
    }

    private static String noneCode(byte[] content) {
        if (content.length == 0) {
            return "mail.ca-empty";
        }
        return content[0] == DER_SEQUENCE ? "mail.ca-der" : "mail.ca-not-pem";
    }

    private static long line(String text, int position) {
        return text.substring(0, position)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count()
                + 1;
    }

    /** Sockets under TLS to servers that these, or those whom Java trusts, vouch for. */
    SSLSocketFactory sockets() {
        try {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            List<X509Certificate> all = new ArrayList<>(trustedAnyway());
            all.addAll(certificates);
            for (int i = 0; i < all.size(); i++) {
                known.setCertificateEntry(Integer.toString(i), all.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(known), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<X509Certificate> trustedAnyway() throws GeneralSecurityException {
        List<X509Certificate> trusted = new ArrayList<>();
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                trusted.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return trusted;
    }

    private static TrustManager[] managers(@Nullable KeyStore known) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory.getTrustManagers();
    }
}
